#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with the data it was given when the person takes an act back. */
typedef void (*HfUndoFunc) (gpointer data);

void hf_dialogs_toast (GtkWidget *widget, const char *text);
void hf_dialogs_toast_undo (GtkWidget *widget, const char *text, HfUndoFunc undo, gpointer data,
                            GDestroyNotify free_data);
AdwMessageDialog *hf_dialogs_new (GtkWindow *parent, const char *heading, const char *body);
void hf_dialogs_error (GtkWidget *widget, const char *what_happened, const char *what_is_safe,
                       const GError *error);
gboolean hf_dialogs_keeps_content (GtkStack *stack, const GError *error);
void hf_dialogs_show_failure (GtkStack *stack, AdwStatusPage *page, const GError *error);
void hf_dialogs_fill_failure (AdwStatusPage *page, const GError *error, const char *file);

G_END_DECLS
