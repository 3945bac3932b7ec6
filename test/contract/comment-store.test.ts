import { expect, it } from "@jest/globals";
import { logins } from "./contract-world.ts";
import { inEachWorld } from "./in-each-world.ts";

inEachWorld("CommentStore", (world) => {
  it("lists the comments of a pull request with their authors, oldest first", async () => {
    world().commit({ "a.md": "a" });
    const pull = await world().openPull({ "a.md": "a2" });
    const other = await world().openPull({ "a.md": "a3" });
    await world().comment(pull, "Hello");
    await world().comments.createComment(pull, "The *plan* 🛒\n");
    await world().comments.createComment(other, "elsewhere");

    const comments = await world().comments.listComments(pull);

    expect(comments.map(({ body, authorLogin }) => ({ body, authorLogin }))).toEqual([
      { body: "Hello", authorLogin: logins.person },
      { body: "The *plan* 🛒\n", authorLogin: logins.ours },
    ]);
  });

  it("updates one comment and no other", async () => {
    const { comments } = world();
    world().commit({ "a.md": "a" });
    const pull = await world().openPull({ "a.md": "a2" });
    await comments.createComment(pull, "first");
    await comments.createComment(pull, "second");
    const [first] = await comments.listComments(pull);

    await comments.updateComment(first?.id ?? 0, "new");

    const bodies = (await comments.listComments(pull)).map(({ body }) => body);
    expect(bodies).toEqual(["new", "second"]);
  });

  it("lists more than a page", async () => {
    world().commit({ "a.md": "a" });
    const pull = await world().openPull({ "a.md": "a2" });
    for (let index = 0; index < 103; index++) {
      await world().comments.createComment(pull, `${index}`);
    }

    expect(await world().comments.listComments(pull)).toHaveLength(103);
  });

  it("fails on a comment that is not there", async () => {
    const attempt = world().comments.updateComment(99, "new");

    await expect(attempt).rejects.toMatchObject({ name: "GitHubError", status: 404 });
  });
});
