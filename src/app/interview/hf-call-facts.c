#include "config.h"

#include "hf-call-facts.h"

#include <glib/gi18n.h>

#include "hf-call-attempt.h"
#include "hf-clock-words.h"
#include "hf-dialogs.h"
#include "hf-interview-closures.h"
#include "hf-known-words.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-timeline-entry.h"
#include "hf-widget.h"

#define MAX_LINES 5
#define CLOCK_SECONDS 5

/* What is known of the customer, beside the question. */
struct _HfCallFacts
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkLabel *code;
  GtkLabel *standing;
  GtkWidget *refuses_calls;
  GtkWidget *phone_row;
  GtkLabel *phone;
  GtkToggleButton *reveal;
  GtkLabel *clock;
  GtkBox *details;
  GtkBox *history;
  GtkBox *promises;
  GtkBox *known;
  GtkLabel *attempts;
  GtkBox *attempt_lines;
  GtkWidget *history_title;
  GtkWidget *promises_title;
  GtkWidget *known_title;

  char *number; /* NULL: none is known */
  char *zone;   /* by whose clock the customer is called */
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (HfCallFacts, hf_call_facts, GTK_TYPE_WIDGET)

static void
on_reveal (HfCallFacts *self)
{
  g_autofree char *masked = hf_text_mask_phone (self->number);
  gboolean shown = gtk_toggle_button_get_active (self->reveal);
  gtk_label_set_text (self->phone, shown ? self->number : masked);
}

/* How late it is there. */
static gboolean
show_clock (gpointer data)
{
  HfCallFacts *self = data;
  g_autofree char *words = hf_clock_words_now (self->zone, hf_time_now ());
  gtk_label_set_text (self->clock, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->clock), words != NULL);
  return G_SOURCE_CONTINUE;
}

static void
copy_phone (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallFacts *self = HF_CALL_FACTS (widget);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->number);
  hf_dialogs_toast (widget, _ ("The number is on the clipboard"));
}

static void
dial (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfCallFacts *self = HF_CALL_FACTS (widget);
  g_autofree char *uri = hf_text_phone_uri (self->number);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
add_line (GtkBox *box, const char *text, gboolean dim)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (box, label);
}

static void
add_detail (GtkBox *box, const char *field, const char *value)
{
  if (hf_text_is_blank (value))
    return;
  /* Translators: a field's name and what is in it. */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), field, value);
  add_line (box, line, FALSE);
}

static void
show_customer (HfCallFacts *self, const HfInterviewFile *file)
{
  const HfCustomer *customer = file->customer;
  g_autofree char *standing = hf_interview_words_standing (customer, file->grade);
  gtk_label_set_text (self->name, hf_customer_title (customer));
  gtk_label_set_text (self->code, customer->code);
  gtk_label_set_text (self->standing, standing);
  gtk_widget_set_visible (self->refuses_calls, customer->do_not_call);
  g_auto (GStrv) numbers = hf_text_split_phones (customer->phone);
  g_free (self->number);
  self->number = g_strdup (numbers[0]);
  gtk_widget_set_visible (self->phone_row, self->number != NULL);
  gtk_toggle_button_set_active (self->reveal, FALSE);
  on_reveal (self);
  g_free (self->zone);
  self->zone = g_strdup (customer->zone);
  show_clock (self);
  hf_widget_empty_box (self->details);
  for (gsize i = 1; numbers[0] != NULL && numbers[i] != NULL; i++)
    {
      g_autofree char *masked = hf_text_mask_phone (numbers[i]);
      add_detail (self->details, _ ("Another number"), masked);
    }
  add_detail (self->details, C_ ("field", "Company"), customer->company);
  add_detail (self->details, C_ ("field", "Branch"), customer->branch);
  add_detail (self->details, C_ ("field", "Account manager"), customer->account_manager);
  add_detail (self->details, C_ ("field", "Tags"), customer->tags);
}

/* Interviews and calls are told once, and what was bought is not told at all. */
static gboolean
is_told (const HfTimelineEntry *entry)
{
  return entry->kind == HF_TIMELINE_COMPLAINT || entry->kind == HF_TIMELINE_MANAGER;
}

static void
show_attempts (HfCallFacts *self, const HfInterviewFile *file)
{
  g_autofree char *attempts = hf_interview_words_attempts (file->attempts->len);
  gtk_label_set_text (self->attempts, attempts);
  hf_widget_empty_box (self->attempt_lines);
  for (guint i = 0; i < MIN (file->attempts->len, MAX_LINES); i++)
    {
      g_autofree char *line = hf_interview_words_attempt (file->attempts->pdata[i]);
      add_line (self->attempt_lines, line, TRUE);
    }
}

static void
show_history (HfCallFacts *self, const HfInterviewFile *file)
{
  guint told = 0;
  hf_widget_empty_box (self->history);
  for (guint i = 0; i < file->timeline->len && told < MAX_LINES; i++)
    if (is_told (file->timeline->pdata[i]))
      {
        g_autofree char *line = hf_interview_words_event (file->timeline->pdata[i]);
        add_line (self->history, line, TRUE);
        told++;
      }
  gtk_widget_set_visible (self->history_title, told > 0);
}

static void
show_promises (HfCallFacts *self, const HfInterviewFile *file)
{
  hf_widget_empty_box (self->promises);
  for (guint i = 0; i < file->promises->len; i++)
    {
      g_autofree char *line = hf_interview_words_promise (file->promises->pdata[i]);
      add_line (self->promises, line, FALSE);
    }
  gtk_widget_set_visible (self->promises_title, file->promises->len > 0);
}

static void
add_known (HfCallFacts *self, const HfAnswer *answer, HfQuestion *question,
           const char *language)
{
  g_autofree char *text = hf_question_dup_answer (question, answer->value, language);
  g_autofree char *source = hf_known_words_source (answer, hf_time_now ());
  g_autofree char *asked = NULL;
  const HfWording *last = question->texts->pdata[question->texts->len - 1];
  asked = hf_interview_words_short (hf_wording_get (last, language));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_line (GTK_BOX (box), asked, TRUE);
  add_line (GTK_BOX (box), text, FALSE);
  add_line (GTK_BOX (box), source, TRUE);
  gtk_box_append (self->known, box);
}

static gboolean
is_worth_telling (const HfInterviewFile *file, const HfAnswer *answer, HfQuestion *question)
{
  return question != NULL && question->kind != HF_QUESTION_SAY
         && question->kind != HF_QUESTION_REASONS
         && hf_interview_file_find_known (file, question) == answer;
}

static void
show_known (HfCallFacts *self, const HfInterviewFile *file, const char *language)
{
  hf_widget_empty_box (self->known);
  for (guint i = 0; file->guide != NULL && i < file->known->len; i++)
    {
      const HfAnswer *answer = file->known->pdata[i];
      HfQuestion *question = hf_guide_find (file->guide, answer->question);
      if (is_worth_telling (file, answer, question))
        add_known (self, answer, question, language);
    }
  gtk_widget_set_visible (self->known_title,
                          gtk_widget_get_first_child (GTK_WIDGET (self->known)) != NULL);
}

static void
hf_call_facts_dispose (GObject *object)
{
  g_clear_handle_id (&HF_CALL_FACTS (object)->clock_source, g_source_remove);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_FACTS);
  G_OBJECT_CLASS (hf_call_facts_parent_class)->dispose (object);
}

static void
hf_call_facts_finalize (GObject *object)
{
  g_free (HF_CALL_FACTS (object)->number);
  g_free (HF_CALL_FACTS (object)->zone);
  G_OBJECT_CLASS (hf_call_facts_parent_class)->finalize (object);
}

static void
hf_call_facts_class_init (HfCallFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_call_facts_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "facts.copy-phone", NULL, copy_phone);
  gtk_widget_class_install_action (widget_class, "facts.dial", NULL, dial);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-call-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, name);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, code);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, standing);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, refuses_calls);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, phone_row);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, phone);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, reveal);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, clock);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, details);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, attempts);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, attempt_lines);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, history_title);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, history);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, promises);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, promises_title);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, known);
  gtk_widget_class_bind_template_child (widget_class, HfCallFacts, known_title);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal);
}

static void
hf_call_facts_init (HfCallFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock_source = g_timeout_add_seconds (CLOCK_SECONDS, show_clock, self);
}

/**
 * hf_call_facts_set_file:
 * @self: the panel
 * @file: what is known
 * @language: in which the guide is read
 *
 * Shows what is known of a customer.
 */
void
hf_call_facts_set_file (HfCallFacts *self, const HfInterviewFile *file, const char *language)
{
  show_customer (self, file);
  show_attempts (self, file);
  show_history (self, file);
  show_promises (self, file);
  show_known (self, file, language);
}
