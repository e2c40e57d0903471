#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HF_SAVED_FILTER_MAX_NAME 60

#define HF_TYPE_SAVED_FILTER (hf_saved_filter_get_type ())
G_DECLARE_FINAL_TYPE (HfSavedFilter, hf_saved_filter, HF, SAVED_FILTER, GObject)

/* Which customers a list shows, and in which order, under a name. */
struct _HfSavedFilter
{
  GObject parent_instance;

  gint64 id; /* 0: not stored yet */
  char *name;
  char *expression;
};

HfSavedFilter *hf_saved_filter_new (void);
HfSavedFilter *hf_saved_filter_copy (const HfSavedFilter *self);
gboolean hf_saved_filter_validate (const HfSavedFilter *self, GError **error);

G_END_DECLS
