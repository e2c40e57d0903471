#pragma once

#include "hf-date-form.h"
#include "hf-field.h"
#include "hf-row-reader.h"

G_BEGIN_DECLS

#define HF_IMPORT_PROFILE_ERROR (hf_import_profile_error_quark ())

typedef enum
{
  HF_IMPORT_PROFILE_ERROR_UNREADABLE,
  HF_IMPORT_PROFILE_ERROR_SYNTAX,
  HF_IMPORT_PROFILE_ERROR_UNKNOWN_GROUP,
  HF_IMPORT_PROFILE_ERROR_UNKNOWN_KEY,
  HF_IMPORT_PROFILE_ERROR_UNKNOWN_FIELD,
  HF_IMPORT_PROFILE_ERROR_BAD_VALUE,
} HfImportProfileError;

GQuark hf_import_profile_error_quark (void);

/* How a spreadsheet of somebody else's becomes our records. The file is an .ini:
 *
 *     [file]          encoding, delimiter, sheet, header-row, year; each may be missing
 *     [columns]       our field = their heading; a custom field is called custom:KEY
 *     [values:FIELD]  their value = ours; other values go on unchanged
 *     [reasons]       their reason text = the code's identifier
 *     [repairs]       a repair's name = on or off, where all that are not named are on;
 *                     date-order = ymd, dmy or mdy, where the days do not tell it themselves
 *
 * Their texts compare without case and without regard to spaces at the ends. Before the "=" the
 * signs = [ ] # % are written %3D %5B %5D %23 %25 (see hf_profile_key_escape()). */
#define HF_TYPE_IMPORT_PROFILE (hf_import_profile_get_type ())
G_DECLARE_FINAL_TYPE (HfImportProfile, hf_import_profile, HF, IMPORT_PROFILE, GObject)

HfImportProfile *hf_import_profile_new (void);
HfImportProfile *hf_import_profile_copy (HfImportProfile *self);
HfImportProfile *hf_import_profile_new_guessed (const HfField *fields, gsize n_fields,
                                                const char *const *headings);
void hf_import_profile_guess (HfImportProfile *self, const HfField *fields, gsize n_fields,
                              const char *const *headings);
HfImportProfile *hf_import_profile_load (const char *path, const HfField *fields,
                                         gsize n_fields, GError **error);
gboolean hf_import_profile_save (HfImportProfile *self, const char *path, GError **error);

const HfReadOptions *hf_import_profile_get_options (HfImportProfile *self);
void hf_import_profile_set_options (HfImportProfile *self, const HfReadOptions *options);
gboolean hf_import_profile_has_headings (HfImportProfile *self);
const char *hf_import_profile_get_heading (HfImportProfile *self, const char *field);
void hf_import_profile_set_heading (HfImportProfile *self, const char *field,
                                    const char *heading);
const char *hf_import_profile_find_strange (HfImportProfile *self, const HfField *fields,
                                            gsize n_fields);
gboolean hf_import_profile_has_values (HfImportProfile *self, const char *field);
const char *hf_import_profile_map_value (HfImportProfile *self, const char *field,
                                         const char *theirs);
void hf_import_profile_set_value (HfImportProfile *self, const char *field, const char *theirs,
                                  const char *ours);
const char *hf_import_profile_map_reason (HfImportProfile *self, const char *theirs);
void hf_import_profile_set_reason (HfImportProfile *self, const char *theirs, const char *code);

guint hf_import_profile_get_year (HfImportProfile *self);
void hf_import_profile_set_year (HfImportProfile *self, guint year);
gboolean hf_import_profile_get_repair (HfImportProfile *self, const char *name);
void hf_import_profile_set_repair (HfImportProfile *self, const char *name, gboolean is_on);
HfDateOrder hf_import_profile_get_date_order (HfImportProfile *self);
void hf_import_profile_set_date_order (HfImportProfile *self, HfDateOrder order);

G_END_DECLS
