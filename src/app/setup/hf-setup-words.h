#pragma once

#include "hf-branch.h"
#include "hf-custom-field.h"
#include "hf-import-record.h"
#include "hf-promise-rules.h"
#include "hf-staff.h"

G_BEGIN_DECLS

char *hf_setup_words_branch (const HfBranch *branch);
char *hf_setup_words_field (const HfCustomField *field);
char *hf_setup_words_staff (const HfStaff *staff);
const char *hf_setup_words_term (HfPromiseTerm term);
char *hf_setup_words_rule (const HfPromiseRule *rule);
const char *hf_setup_words_rule_source (HfPromiseTerm term);
const char *hf_setup_words_solution_unit (const HfPromiseRule *rule);
char *hf_setup_words_copied (const char *path, gint64 moment);
char *hf_setup_words_checked (guint findings, gint64 moment);
char *hf_setup_words_import (const HfImportRecord *import);

G_END_DECLS
