/** An answer over HTTP; plain text unless it says otherwise. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly contentType?: string;
}
