#pragma once

#include "hf-headings.h"
#include "hf-import-column.h"
#include "hf-import-entity.h"

G_BEGIN_DECLS

/* A column of a wide layout: the values of one month. */
typedef struct
{
  HfImportColumn column;
  const char *month; /* one of the months */
} HfMonthColumn;

/* The columns of a wide layout, where the months stand in the headings. */
typedef struct
{
  GArray *columns;   /* (element-type HfMonthColumn) */
  GPtrArray *months; /* (element-type utf8): each once, in order; none where each row has one
                        record */
  gboolean reads_nothing; /* a sign such as - stands for no value */
} HfMonthColumns;

HfMonthColumns *hf_month_columns_new (void);
void hf_month_columns_free (HfMonthColumns *self);
gboolean hf_month_columns_find (HfMonthColumns *self, const HfHeadings *headings,
                                const HfImportEntity *entity, HfImportProfile *profile,
                                gboolean is_1904, GError **error);
gboolean hf_month_columns_have_value (const HfMonthColumns *self, const char *month,
                                      const HfRow *row);

G_END_DECLS
