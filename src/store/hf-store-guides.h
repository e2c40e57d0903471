#pragma once

#include "hf-interview.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

/* A version of a guide as it is stored: once it is published it never changes. */
typedef struct
{
  gint64 id;
  gint64 revision;
  char *code;
  int version;
  char *xml;
  HfInterviewKind kind;
  gboolean draft; /* it is being written, and no call is led with it */
  gboolean retired;

  /* Read-only, and only in a list. */
  gint64 created_at; /* of one that is no draft: when it was published */
  guint interviews;  /* that were led with it */
  gboolean in_use;   /* new calls are led with it */
} HfStoredGuide;

void hf_stored_guide_free (HfStoredGuide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfStoredGuide, hf_stored_guide_free)

HfStoredGuide *hf_store_guides_get (HfStoreSession *session, gint64 id, GError **error);
GPtrArray *hf_store_guides_list (HfStoreSession *session, GError **error);
HfStoredGuide *hf_store_guides_get_latest (HfStoreSession *session, HfInterviewKind kind,
                                           GError **error);
gboolean hf_store_guides_add (HfStoreSession *session, const char *code, HfInterviewKind kind,
                              const char *xml, gint64 *id, GError **error);
gboolean hf_store_guides_add_starter (HfStoreSession *session, const char *code,
                                      HfInterviewKind kind, const char *xml, GError **error);

HfStoredGuide *hf_store_guides_begin_draft (HfStoreSession *session, const char *code,
                                            HfInterviewKind kind, const char *xml,
                                            GError **error);
gboolean hf_store_guides_save_draft (HfStoreSession *session, HfStoredGuide *draft,
                                     GError **error);
gboolean hf_store_guides_publish (HfStoreSession *session, HfStoredGuide *draft,
                                  GError **error);
gboolean hf_store_guides_discard (HfStoreSession *session, const HfStoredGuide *draft,
                                  GError **error);
gboolean hf_store_guides_retire (HfStoreSession *session, gint64 id, gboolean retired,
                                 GError **error);

G_END_DECLS
