/**
 * SQL for the id of a recording's own row. The parameter holds that id, or the one by which the pipeline knows the same
 * content.
 */
export function ownId({ tenant, id }: { readonly tenant: `$${number}`; readonly id: `$${number}` }): string {
  return `coalesce((SELECT recording_id FROM recording_aliases WHERE tenant_id = ${tenant} AND alias = ${id}), ${id})`;
}
