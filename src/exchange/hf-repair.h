#pragma once

#include "hf-date-form.h"
#include "hf-field.h"

G_BEGIN_DECLS

typedef enum
{
  HF_REPAIR_NONE, /* there is nothing to repair */
  HF_REPAIR_DONE,
  HF_REPAIR_LOST, /* what the text was cannot be known any more: its row is rejected */
} HfRepairOutcome;

/* What shows at a glance that a text may need a repair. */
typedef enum
{
  HF_REPAIR_SIGN_BLANK = 1 << 0,   /* a blank at an end, a tab, a sign that is not seen */
  HF_REPAIR_SIGN_WIDE = 1 << 1,    /* a full-width letter or digit */
  HF_REPAIR_SIGN_BRACKET = 1 << 2, /* an opening bracket behind a Chinese character */
  HF_REPAIR_SIGN_ODD = 1 << 3,     /* a letter with which garbled texts begin */
} HfRepairSign;

#define HF_REPAIR_ALL_SIGNS 15

/* What is known of the column that a text stands in. */
typedef struct
{
  const HfField *field;
  HfDateOrder order; /* of day, month and year */
  gboolean is_1904;  /* days count from 1904, as the workbook says */
} HfRepairColumn;

/* A repair of cells before they are read. The name is part of the import profile's format and
 * never changes. */
typedef struct
{
  const char *name;
  const char *label; /* marked with NC_ ("repair", ..) */
  guint signs;       /* a text without any of them needs no look; 0: every text is looked at */
  gboolean (*concerns) (const HfField *field);
  HfRepairOutcome (*mend) (const char *text, const HfRepairColumn *column, GString *mended);
  const char *lost; /* (nullable): why a row is rejected, marked with N_ () */
} HfRepair;

const HfRepair *hf_repair_list (guint *n_repairs);
const HfRepair *hf_repair_find (const char *name);
const char *hf_repair_label (const HfRepair *repair);
guint hf_repair_find_signs (const char *text);

G_END_DECLS
