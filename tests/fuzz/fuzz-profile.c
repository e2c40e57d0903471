#include "config.h"

#include "fuzz-file.h"
#include "hf-customer.h"
#include "hf-import-profile.h"

/* An import profile; what was read and written is read again. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gsize n_fields;
  const HfField *fields = hf_customer_fields (&n_fields);
  const char *path = fuzz_file_write (data, size);
  g_autoptr (HfImportProfile) profile = hf_import_profile_load (path, fields, n_fields, NULL);
  if (profile == NULL)
    return 0;
  for (gsize i = 0; i < n_fields; i++)
    hf_import_profile_map_value (profile, fields[i].name, "Yes");
  hf_import_profile_map_reason (profile, "Price");
  hf_import_profile_set_value (profile, "status", "= [x] # %", "lost");
  hf_import_profile_set_heading (profile, "name", "Name");
  hf_import_profile_set_repair (profile, "zero", FALSE);
  g_assert_true (hf_import_profile_save (profile, path, NULL));
  g_autoptr (HfImportProfile) again = hf_import_profile_load (path, fields, n_fields, NULL);
  g_assert_nonnull (again);
  return 0;
}
