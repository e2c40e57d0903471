#include "config.h"

#include "hf-repaired-json.h"

/**
 * hf_repaired_json_build:
 * @counts: how many cells each repair has mended
 * @builder: in an object
 *
 * Adds the member "repaired", which has those that mended any.
 */
void
hf_repaired_json_build (const HfRepairCounts *counts, JsonBuilder *builder)
{
  guint n_repairs;
  const HfRepair *repairs = hf_repair_list (&n_repairs);
  json_builder_set_member_name (builder, "repaired");
  json_builder_begin_object (builder);
  for (guint i = 0; i < n_repairs; i++)
    if (counts->n[i] > 0)
      {
        json_builder_set_member_name (builder, repairs[i].name);
        json_builder_add_int_value (builder, counts->n[i]);
      }
  json_builder_end_object (builder);
}
