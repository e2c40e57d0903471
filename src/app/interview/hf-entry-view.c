#include "config.h"

#include "hf-entry-view.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "hf-text.h"
#include "hf-time.h"

/* A number, an amount of money, a day or a name, on one line. */
struct _HfEntryView
{
  HfQuestionView parent_instance;

  GtkEntry *entry;
  GtkWidget *calendar_button;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (HfEntryView, hf_entry_view, HF_TYPE_QUESTION_VIEW)

static const char *
get_text (HfEntryView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
on_day_selected (HfEntryView *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* The calendar opens on the day that is typed. */
static void
on_calendar_shown (HfEntryView *self)
{
  int year, month, day;
  g_autofree char *date = hf_time_parse_date (get_text (self));
  if (date == NULL || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return;
  g_autoptr (GDateTime) moment = g_date_time_new_local (year, month, day, 0, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  gtk_calendar_select_day (self->calendar, moment);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
}

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  HfEntryView *self = HF_ENTRY_VIEW (view);
  gboolean name = question->kind == HF_QUESTION_COMPETITOR;
  gboolean date = question->kind == HF_QUESTION_DATE;
  gtk_widget_set_visible (self->calendar_button, date);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), name ? 30 : 16);
  if (!name && !date)
    gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  if (date)
    /* Translators: how a day is typed: year, month, day. */
    gtk_entry_set_placeholder_text (self->entry, _ ("YYYY-MM-DD"));
}

static void
set_value (HfQuestionView *view, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (HF_ENTRY_VIEW (view)->entry), value);
}

static char *
dup_value (HfQuestionView *view)
{
  return g_strdup (get_text (HF_ENTRY_VIEW (view)));
}

static void
set_label (HfQuestionView *view, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (HF_ENTRY_VIEW (view)->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return GTK_WIDGET (HF_ENTRY_VIEW (view)->entry);
}

static void
hf_entry_view_class_init (HfEntryViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  view_class->get_focus = get_focus;
  view_class->set_question = set_question;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->set_label = set_label;
  hf_question_view_class_set_template (view_class, "hf-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfEntryView, entry);
  gtk_widget_class_bind_template_child (widget_class, HfEntryView, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, HfEntryView, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
hf_entry_view_init (HfEntryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_match (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  g_autofree char *name = NULL;
  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, 0, &name, -1);
  g_autofree char *folded = hf_text_fold (name);
  g_autofree char *typed = hf_text_fold (key);
  return name != NULL && strstr (folded, typed) != NULL;
}

/**
 * hf_entry_view_set_names:
 * @self: the control
 * @names: (element-type utf8): names to complete
 *
 * Offers names while one is typed.
 */
void
hf_entry_view_set_names (HfEntryView *self, GPtrArray *names)
{
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  for (guint i = 0; i < names->len; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, names->pdata[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_match_func (completion, is_match, NULL, NULL);
  gtk_entry_completion_set_popup_single_match (completion, FALSE);
  gtk_entry_set_completion (self->entry, completion);
}
