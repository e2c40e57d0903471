#pragma once

#include <glib.h>

#include "hf-period.h"

G_BEGIN_DECLS

/* What a report is to be: about what, in which languages, and where to. */
typedef struct
{
  HfPeriod *period;
  char *branch; /* a branch's code, NULL for all */
  char *branch_name;
  char *first_language;
  char *second_language; /* NULL: one language */
  char *maker;           /* NULL: nobody is named */
  gboolean mask_phones;
  guint sheets; /* bits 1 << HfReportSheet */

  /* Once it was written. */
  char *path;       /* absolute */
  gint64 written;   /* a moment, 0: never */
  guint64 modified; /* of the file, as it was written, microseconds */
} HfReportOrder;

HfReportOrder *hf_report_order_new (const HfPeriod *period);
HfReportOrder *hf_report_order_copy (const HfReportOrder *self);
void hf_report_order_free (HfReportOrder *self);
void hf_report_order_set_path (HfReportOrder *self, const char *path);
GVariant *hf_report_order_to_variant (const HfReportOrder *self);
HfReportOrder *hf_report_order_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfReportOrder, hf_report_order_free)

G_END_DECLS
