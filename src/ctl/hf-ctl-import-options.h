#pragma once

#include "hf-ctl-command.h"
#include "hf-import-preview.h"
#include "hf-import-request.h"

G_BEGIN_DECLS

/* What the command line asks for beside the file: what is chosen in the window step by step. */
typedef struct
{
  char *profile;
  char *save_profile;
  gboolean forget;
  char *encoding;
  char *sheet;
  int heading_row;
  int year;
  char **columns; /* FIELD=HEADING; NULL for none, as the other lists */
  char **values;  /* FIELD:TEXT=VALUE */
  char **no_repairs;
  char *date_order;
  char *same[HF_IMPORT_N_LIKENESSES];
  char **rows; /* NUMBER=POLICY */
  char *rejects;
  gboolean show;
  gboolean dry_run;
  gboolean json;
} HfCtlImportOptions;

void hf_ctl_import_options_clear (HfCtlImportOptions *self);
gboolean hf_ctl_import_options_parse (HfCtlImportOptions *self, const HfCtlCommand *command,
                                      HfCtlCall *call, HfCtlStatus *status);
HfImportPreviewRequest *hf_ctl_import_options_to_preview (const HfCtlImportOptions *self,
                                                          const char *file,
                                                          const HfImportEntity *entity);
gboolean hf_ctl_import_options_apply (const HfCtlImportOptions *self,
                                      const HfImportFields *fields, HfImportProfile *profile,
                                      HfCtlStatus *status);
gboolean hf_ctl_import_options_decide (const HfCtlImportOptions *self, HfImportRequest *request,
                                       HfCtlStatus *status);
gboolean hf_ctl_import_options_tell_columns (const HfCtlImportOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HfCtlImportOptions, hf_ctl_import_options_clear)

G_END_DECLS
