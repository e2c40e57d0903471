#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HF_TYPE_DEADLINE_DIALOG (hf_deadline_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HfDeadlineDialog, hf_deadline_dialog, HF, DEADLINE_DIALOG, AdwWindow)

GtkWidget *hf_deadline_dialog_new_pause (GtkWindow *parent);
GtkWidget *hf_deadline_dialog_new_give_up (GtkWindow *parent);
GtkWidget *hf_deadline_dialog_new_take_up (GtkWindow *parent);
GtkWidget *hf_deadline_dialog_new_promise (GtkWindow *parent, gint64 due_at);
GtkWidget *hf_deadline_dialog_new_ending (GtkWindow *parent, const char *title, const char *why,
                                          const char *button, gboolean needed);
gint64 hf_deadline_dialog_get_moment (HfDeadlineDialog *self);
const char *hf_deadline_dialog_get_why (HfDeadlineDialog *self);

G_END_DECLS
