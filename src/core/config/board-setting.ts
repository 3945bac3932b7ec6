import { z } from "zod";
import type { BoardWish } from "../model/board.ts";

/** `board:`, the board that tasks are put on: its number, or a title. */
export const boardSetting = z
  .strictObject({
    number: z.int().min(1).optional(),
    title: z.string().trim().min(1).max(255).optional(),
  })
  .refine(
    ({ number, title }) => (number === undefined) !== (title === undefined),
    "expected either a number or a title",
  )
  .transform(({ number, title }): BoardWish => ({ number, title }));
