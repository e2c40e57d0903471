#pragma once

#include "hf-codebook.h"
#include "hf-field.h"
#include "hf-import-custom.h"
#include "hf-import-known.h"
#include "hf-import-request.h"
#include "hf-import-result.h"
#include "hf-import-row.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* What became of a row that was good. */
typedef enum
{
  HF_IMPORT_FAILED, /* the error is set: the row is rejected, or the import ends */
  HF_IMPORT_CREATED,
  HF_IMPORT_UPDATED,
  HF_IMPORT_SKIPPED,
} HfImportFate;

/* An import that is under way. */
typedef struct
{
  HfStoreSession *session;
  const HfImportRequest *request;
  HfImportResult *result;
  HfCodebook *codebook;
  GHashTable *codes;      /* (element-type utf8 utf8): a reason's text -> its code */
  HfImportKnown *known;   /* the customers whom the rows at hand name */
  HfImportCustom *custom; /* what their custom fields have */
  /* (element-type utf8 utf8): the digits of phones at which nobody is to be called -> the code
   * of the customer who said so */
  GHashTable *refusals;
  gboolean looks_for_alike; /* by phone and name, too */
  gint64 first_id;          /* what this import stores has greater keys */
  gconstpointer prepared;   /* what was worked out of the row at hand, NULL: nothing */
  const char *field; /* the name of the field for which a row is rejected, NULL: all of it */
} HfImportRun;

HfImportFate hf_import_customer (HfImportRun *self, const HfImportRow *row, GError **error);
HfImportFate hf_import_complaint (HfImportRun *self, const HfImportRow *row, GError **error);
HfImportFate hf_import_purchase (HfImportRun *self, const HfImportRow *row, GError **error);
HfImportFate hf_import_manager_change (HfImportRun *self, const HfImportRow *row,
                                       GError **error);
HfImportFate hf_import_score (HfImportRun *self, const HfImportRow *row, GError **error);

gboolean hf_import_differs (const HfField *field, gconstpointer record, gconstpointer given);
gboolean hf_import_take_field (const HfField *field, gpointer record, gconstpointer given);
gboolean hf_import_is_given (const HfImportRow *row, const HfField *fields, gsize n_fields,
                             const char *name);

G_END_DECLS
