/**
 * One write to GitHub, decided and stored before it is sent. Each can be sent twice without harm,
 * or can be recognised on GitHub when it has been sent already.
 */
export type OutboxOp =
  | { readonly kind: "add-label"; readonly issueNumber: number; readonly label: string }
  | { readonly kind: "remove-label"; readonly issueNumber: number; readonly label: string }
  | {
      /** A new run of the gate on a head commit; the newest run counts. */
      readonly kind: "gate";
      readonly headSha: string;
      readonly verdict: "success" | "queued";
      readonly title: string;
      readonly summary: string;
      /** Names pull request, verdict and holds; by it the run is recognised on GitHub. */
      readonly externalId: string;
      /** Holds whose `revoking` this takes back; they become `revoked` once it is sent. */
      readonly revokes: readonly string[];
    }
  | {
      readonly kind: "live-comment";
      readonly issueNumber: number;
      /** The comment to change; `undefined` to make it. */
      readonly commentId: number | undefined;
      readonly body: string;
    };

/** A stored write. Rows of a lane are sent in order of `id`. */
export interface OutboxRow {
  readonly id: string;
  /** Unique among a lane's unsent writes; once it is sent, the same write can be wanted again. */
  readonly opKey: string;
  readonly op: OutboxOp;
  /** How often sending was begun; above 0 it may have taken effect already. */
  readonly attempts: number;
}
