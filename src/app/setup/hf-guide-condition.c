#include "config.h"

#include "hf-guide-condition.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-condition.h"
#include "hf-guide-editor-words.h"
#include "hf-setup-entry.h"
#include "hf-text.h"
#include "hf-widget.h"

/* When a question or a part shows: written by choosing an earlier question and its answer, or
 * as a text. */
struct _HfGuideCondition
{
  GtkWidget parent_instance;

  GtkEditable *text;
  GtkLabel *meaning;
  GtkPopover *popover;
  GtkDropDown *question;
  GtkStringList *question_names;
  GtkDropDown *test;
  GtkStringList *test_names;
  GtkStack *answers; /* "option" or "number" */
  GtkDropDown *option;
  GtkStringList *option_names;
  GtkSpinButton *number;
  GtkWidget *and_also;

  HfGuideDraft *draft;
  HfMarkup *element;    /* borrowed from the draft */
  GPtrArray *questions; /* (element-type HfMarkup): earlier ones that can be asked about */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfGuideCondition, hf_guide_condition, GTK_TYPE_WIDGET)

static gboolean
is_chosen (const HfMarkup *question)
{
  const char *kind = hf_markup_get (question, "kind");
  return g_strcmp0 (kind, "choice") == 0 || g_strcmp0 (kind, "several") == 0;
}

static gboolean
is_counted (const HfMarkup *question)
{
  const char *kind = hf_markup_get (question, "kind");
  return g_strcmp0 (kind, "scale") == 0 || g_strcmp0 (kind, "number") == 0
         || g_strcmp0 (kind, "money") == 0;
}

/* A condition can only ask about what comes before. */
static void
list_questions (HfGuideCondition *self)
{
  g_autoptr (GPtrArray) all = hf_guide_draft_list (self->draft);
  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < all->len && all->pdata[i] != self->element; i++)
    {
      HfMarkup *element = all->pdata[i];
      if (strcmp (element->name, "question") == 0
          && (is_chosen (element) || is_counted (element)))
        g_ptr_array_add (self->questions, element);
    }
}

static const HfMarkup *
get_question (HfGuideCondition *self)
{
  guint index = gtk_drop_down_get_selected (self->question);
  return index < self->questions->len ? self->questions->pdata[index] : NULL;
}

static const char *
get_option (const HfMarkup *question, guint index)
{
  for (guint i = 0; i < question->children->len; i++)
    {
      const HfMarkup *child = question->children->pdata[i];
      if (strcmp (child->name, "option") == 0 && index-- == 0)
        return hf_markup_get (child, "id");
    }
  return NULL;
}

static void
clear_names (GtkStringList *names)
{
  gtk_string_list_splice (names, 0, g_list_model_get_n_items (G_LIST_MODEL (names)), NULL);
}

static void
show_answers (HfGuideCondition *self, const HfMarkup *question)
{
  gboolean counted = is_counted (question);
  gtk_stack_set_visible_child_name (self->answers, counted ? "number" : "option");
  clear_names (self->option_names);
  for (guint i = 0; i < question->children->len; i++)
    {
      const HfMarkup *child = question->children->pdata[i];
      if (strcmp (child->name, "option") == 0)
        gtk_string_list_take (self->option_names,
                              hf_guide_editor_words_label (self->draft, child, "label"));
    }
}

static void
show_tests (HfGuideCondition *self, const HfMarkup *question)
{
  g_auto (GStrv) names = hf_guide_editor_words_tests (hf_markup_get (question, "kind"));
  clear_names (self->test_names);
  for (gsize i = 0; names[i] != NULL; i++)
    gtk_string_list_append (self->test_names, names[i]);
  gtk_drop_down_set_selected (self->test, 0);
}

static void
on_question (HfGuideCondition *self)
{
  const HfMarkup *question = get_question (self);
  if (self->filling || question == NULL)
    return;
  show_answers (self, question);
  show_tests (self, question);
}

static void
on_opened (HfGuideCondition *self)
{
  list_questions (self);
  self->filling = TRUE;
  clear_names (self->question_names);
  for (guint i = 0; i < self->questions->len; i++)
    gtk_string_list_take (self->question_names, hf_guide_editor_words_element (
                                                    self->draft, self->questions->pdata[i]));
  if (self->questions->len > 0)
    gtk_drop_down_set_selected (self->question, self->questions->len - 1);
  self->filling = FALSE;
  gtk_widget_set_visible (self->and_also,
                          !hf_text_is_blank (gtk_editable_get_text (self->text)));
  on_question (self);
}

static char *
dup_chosen (HfGuideCondition *self)
{
  const HfMarkup *question = get_question (self);
  if (question == NULL)
    return NULL;
  const char *sign = hf_guide_editor_words_sign (hf_markup_get (question, "kind"),
                                                 gtk_drop_down_get_selected (self->test));
  const char *id = hf_markup_get (question, "id");
  if (is_counted (question))
    return g_strdup_printf ("%s %s %d", id, sign,
                            gtk_spin_button_get_value_as_int (self->number));
  const char *option = get_option (question, gtk_drop_down_get_selected (self->option));
  return option != NULL ? g_strdup_printf ("%s %s %s", id, sign, option) : NULL;
}

static void
use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideCondition *self = HF_GUIDE_CONDITION (widget);
  g_autofree char *chosen = dup_chosen (self);
  if (chosen != NULL)
    gtk_editable_set_text (self->text, chosen);
  gtk_popover_popdown (self->popover);
}

static void
use_also (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfGuideCondition *self = HF_GUIDE_CONDITION (widget);
  g_autofree char *chosen = dup_chosen (self);
  const char *text = gtk_editable_get_text (self->text);
  gboolean either = strstr (text, " or ") != NULL;
  g_autofree char *both = g_strdup_printf (either ? "(%s) and %s" : "%s and %s", text, chosen);
  if (chosen != NULL)
    gtk_editable_set_text (self->text, both);
  gtk_popover_popdown (self->popover);
}

/* What is no condition yet is only marked; the draft keeps the last that was one. */
static void
on_text_changed (HfGuideCondition *self)
{
  const char *text = gtk_editable_get_text (self->text);
  g_autoptr (HfCondition) condition = hf_condition_parse (text);
  gboolean blank = hf_text_is_blank (text);
  g_autofree char *meaning = hf_guide_editor_words_condition (self->draft, condition);
  hf_setup_entry_mark (self->text, condition == NULL && !blank);
  gtk_label_set_text (self->meaning, blank               ? _ ("Always shows")
                                     : condition != NULL ? meaning
                                                         : _ ("This is not a condition yet"));
  if (self->filling || (condition == NULL && !blank))
    return;
  hf_markup_set (self->element, "when", blank ? NULL : text);
  hf_guide_draft_changed (self->draft);
}

static void
hf_guide_condition_dispose (GObject *object)
{
  HfGuideCondition *self = HF_GUIDE_CONDITION (object);
  self->filling = TRUE;
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_GUIDE_CONDITION);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hf_guide_condition_parent_class)->dispose (object);
}

static void
hf_guide_condition_finalize (GObject *object)
{
  g_ptr_array_unref (HF_GUIDE_CONDITION (object)->questions);
  G_OBJECT_CLASS (hf_guide_condition_parent_class)->finalize (object);
}

static void
hf_guide_condition_class_init (HfGuideConditionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_guide_condition_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_guide_condition_finalize;
  gtk_widget_class_install_action (widget_class, "condition.use", NULL, use);
  gtk_widget_class_install_action (widget_class, "condition.use-also", NULL, use_also);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-guide-condition.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, text);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, meaning);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, popover);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, question);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, question_names);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, test);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, test_names);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, answers);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, option);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, option_names);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, number);
  gtk_widget_class_bind_template_child (widget_class, HfGuideCondition, and_also);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_question);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
}

static void
hf_guide_condition_init (HfGuideCondition *self)
{
  self->questions = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_guide_condition_new:
 * @draft: a draft
 * @element: one of its questions or parts
 *
 * Makes the field by which its condition is written into the draft.
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
hf_guide_condition_new (HfGuideDraft *draft, HfMarkup *element)
{
  HfGuideCondition *self = g_object_new (HF_TYPE_GUIDE_CONDITION, NULL);
  const char *when = hf_markup_get (element, "when");
  self->draft = g_object_ref (draft);
  self->element = element;
  self->filling = TRUE;
  gtk_editable_set_text (self->text, when != NULL ? when : "");
  on_text_changed (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}
