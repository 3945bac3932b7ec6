/** Verbs that titles of tasks begin with, in their base form. */
export const verbs: ReadonlySet<string> = new Set(
  `
    accept access activate adapt add address adjust adopt advance aggregate agree align allocate
    allow alter amend analyse analyze annotate announce apply approve archive arrange ask assemble
    assert assess assign associate attach audit augment authenticate author authorise authorize
    automate avoid await back backfill backport balance batch benchmark bind block boot bootstrap
    bring broadcast browse build bump bundle cache calculate calibrate call cancel capture carry
    catch categorise categorize centralise centralize change chart check choose clarify classify
    clean cleanup clear clone close code codify collapse collect combine commit communicate compare
    compile complete compose compress compute conduct configure confirm connect consider
    consolidate construct consume containerise containerize continue contribute control convert
    coordinate copy correct count cover craft create cross curate customise customize cut
    deactivate debounce debug decide declare decode decommission decompose decouple decrease dedupe
    deduplicate defer define delegate delete deliver demo demonstrate deploy deprecate derive
    describe deserialise deserialize design detect determine develop diagnose diff differentiate
    digest disable discard discover discuss dispatch display distribute divide do document download
    draft draw drive drop dump duplicate edit educate elaborate elicit eliminate embed emit emulate
    enable encapsulate encode encourage encrypt end enforce engage enhance enlarge enrich enroll
    ensure enter enumerate escape establish estimate evaluate evolve examine exchange exclude
    execute exercise expand experiment expire explain explore export expose express extend extract
    facilitate factor fail fetch fill filter finalise finalize find finish fit fix flag flatten
    flush focus follow force forecast forge fork format formulate forward freeze fuzz gate gather
    generate get give go govern grant group guard guide handle harden harmonise harmonize hash help
    hide highlight hoist hold hook host identify ignore illustrate implement import improve include
    incorporate increase index infer inform ingest inherit init initialise initialize initiate
    inject inline insert inspect install instantiate instrument integrate interview introduce
    invalidate inventory invert investigate invite invoke isolate issue iterate join justify keep
    kick label land launch lay lazy lead learn let leverage lift limit link lint list listen load
    localise localize locate lock log look lower maintain make manage map mark mask match
    materialise materialize measure memoize merge migrate mine minify minimise minimize mirror mock
    model moderate modernise modernize modify modularise modularize monitor mount move name
    navigate negotiate normalise normalize notarise notarize note notify observe obtain offer
    onboard open operate optimise optimize orchestrate order organise organize outline output
    overhaul override own pack package paginate parallelise parallelize parameterise parameterize
    parse partition pass patch pause perform persist pick pilot pin pipe place plan play plot plug
    polish poll populate port post postpone practice precompute predict prepare present preserve
    prevent preview print prioritise prioritize probe process procure produce profile program
    programme prohibit promote propagate propose protect prototype prove provide provision prune
    publish pull purge push put quantify query queue race raise randomise randomize rank rate reach
    read rearrange rebase rebuild recalculate receive recommend reconcile reconnect record recover
    recreate redact redefine redeploy redesign redirect redo reduce reenable refactor refer refine
    reflect refresh regenerate register regress reindex reject relate release relocate rely
    remediate remind remove rename render reorder reorganise reorganize repair repeat replace
    replay replicate report represent reproduce request require rerun research reserve reset
    reshape resolve respect respond restart restore restrict restructure retain retire retrieve
    retry return reuse revalidate revert review revise revisit revoke rewrite roll rotate round
    route run sample sanitise sanitize save scaffold scale scan schedule scope score scrape script
    scrub search secure seed segment select send separate sequence serialise serialize serve set
    setup shape share shift ship show shrink shut sign simplify simulate size sketch skip sleep
    slim snapshot solve sort source spawn specify spike spin split stabilise stabilize stage
    standardise standardize start state stop store stream streamline strengthen stress strip
    structure study style submit subscribe substitute suggest summarise summarize supply support
    suppress surface survey suspend swap switch sync synchronise synchronize synthesise synthesize
    tag take talk target teach tear tell template terminate test throttle throw tidy tie tighten
    time toggle touch trace track trade train transcribe transfer transform transition translate
    transmit transpile trap treat triage trigger trim troubleshoot try tune turn tweak type unblock
    undo unify uninstall unit unlink unlock unpack unpublish unregister unset update upgrade upload
    use validate vendor verify version vet view virtualise virtualize visit visualise visualize
    vote wait walk warm warn watch weigh whitelist widen wire wrap write zip`
    .trim()
    .split(/\s+/),
);
