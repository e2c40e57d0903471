#include "config.h"

#include "hf-report-source.h"

G_DEFINE_INTERFACE (HfReportSource, hf_report_source, G_TYPE_OBJECT)

static void
hf_report_source_default_init (HfReportSourceInterface *iface)
{
}

/**
 * hf_report_source_count:
 * @self: a source
 * @kind: which rows
 * @error: (nullable): whatever reading can fail with
 *
 * Tells how many rows there are, exactly or nearly.
 *
 * Returns: how many; 0 where there are none for certain, -1 on an error
 */
gint64
hf_report_source_count (HfReportSource *self, HfReportRows kind, GError **error)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->count (self, kind, error);
}

/**
 * hf_report_source_open:
 * @self: a source
 * @kind: which rows
 * @error: (nullable): whatever reading can fail with
 *
 * Begins to read rows; what was read before is given up.
 *
 * Returns: whether it worked
 */
gboolean
hf_report_source_open (HfReportSource *self, HfReportRows kind, GError **error)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->open (self, kind, error);
}

/**
 * hf_report_source_next:
 * @self: a source
 * @error: (nullable): whatever reading can fail with
 *
 * Reads the next row.
 *
 * Returns: (transfer full) (nullable): a record; %NULL at the end or on an error
 */
GObject *
hf_report_source_next (HfReportSource *self, GError **error)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->next (self, error);
}

/**
 * hf_report_source_get_codebook:
 * @self: a source
 *
 * Gives the codebook, with its texts in every language.
 *
 * Returns: (transfer none): the codebook
 */
HfCodebook *
hf_report_source_get_codebook (HfReportSource *self)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->get_codebook (self);
}

/**
 * hf_report_source_get_custom_fields:
 * @self: a source
 *
 * Gives the fields of customers that the firm made itself, in their order.
 *
 * Returns: (transfer none) (element-type HfCustomField): the fields
 */
GPtrArray *
hf_report_source_get_custom_fields (HfReportSource *self)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->get_custom_fields (self);
}

/**
 * hf_report_source_dup_name:
 * @self: a source
 * @what: what is named
 * @id: its id
 * @language: such as "zh_CN"
 *
 * Finds what something is called in a language.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
hf_report_source_dup_name (HfReportSource *self, HfReportName what, const char *id,
                           const char *language)
{
  return HF_REPORT_SOURCE_GET_IFACE (self)->dup_name (self, what, id, language);
}
