// What Sayso's STIX 2.1 bundles hold, in the types of @security-alliance/stix. Those have what all objects share and may not have, and
// identities, notes and addresses whole; of the others, which they leave without properties of their own, the standard's are added.
import type { Identifier, Identity, Note, ObservedData, Relationship, Report, Timestamp, Url } from "@security-alliance/stix/2.1";

type WholeReport = Report & { name: string; published: Timestamp; report_types?: string[]; description?: string; object_refs: Identifier[] };

type WholeObservedData = ObservedData & { first_observed: Timestamp; last_observed: Timestamp; number_observed: number; object_refs: Identifier[] };

type WholeRelationship = Relationship & { relationship_type: string; description?: string; source_ref: Identifier; target_ref: Identifier };

export type Bundle = {
  type: "bundle";
  id: Identifier<"bundle">;
  objects: (Identity | Note | Url | WholeObservedData | WholeRelationship | WholeReport)[];
};
