#pragma once

#include "hf-xlsx-package.h"

G_BEGIN_DECLS

/* What an XML part may ask for at most. */
#define HF_XLSX_NESTING_LIMIT 64
#define HF_XLSX_TOKEN_LIMIT (16 * 1024 * 1024) /* bytes of one tag or one text */

/* Who listens to a part. Names come without their namespace's prefix. A function that returns
 * FALSE has set the error. */
typedef struct
{
  gboolean (*start) (gpointer data, const char *name, const char **attributes,
                     const char **values, GError **error);
  gboolean (*end) (gpointer data, const char *name, GError **error);
  gboolean (*text) (gpointer data, const char *text, gsize length, GError **error);
} HfXlsxListener;

/* Reads an XML part of a workbook piece by piece. It knows the five entities of XML and no
 * others, and no document types, so that nothing in it can grow. */
typedef struct _HfXlsxXml HfXlsxXml;

HfXlsxXml *hf_xlsx_xml_open (HfXlsxPackage *package, const char *part,
                             const HfXlsxListener *listener, gpointer data, GError **error);
gboolean hf_xlsx_xml_read_piece (HfXlsxXml *self, gboolean *at_end, GError **error);
void hf_xlsx_xml_free (HfXlsxXml *self);
gboolean hf_xlsx_xml_read_part (HfXlsxPackage *package, const char *part,
                                const HfXlsxListener *listener, gpointer data, GError **error);
const char *hf_xlsx_xml_attribute (const char **attributes, const char **values,
                                   const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfXlsxXml, hf_xlsx_xml_free)

G_END_DECLS
