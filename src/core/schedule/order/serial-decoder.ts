import type { Decoder } from "./decoder.ts";
import { packedDecoder } from "./packed-decoder.ts";
import type { Project } from "./project.ts";
import { wordDecoder } from "./word-decoder.ts";
import { layOutWords } from "./word-layout.ts";

/** The fastest decoder that this project's resources allow. */
export function serialDecoder(project: Project): Decoder {
  const layout = layOutWords({ ...project, count: project.durations.length });
  return layout.words === 1 ? packedDecoder(project, layout) : wordDecoder(project, layout);
}
