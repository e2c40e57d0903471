#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Coded passages in a text: how they look and where they are. */
void hf_quote_marks_prepare (GtkTextBuffer *buffer);
void hf_quote_marks_apply (GtkTextBuffer *buffer, GPtrArray *reasons);
char *hf_quote_marks_dup_selection (GtkTextBuffer *buffer, gint64 *start);
PangoAttrList *hf_quote_marks_new_attributes (const char *words, GPtrArray *reasons);

G_END_DECLS
