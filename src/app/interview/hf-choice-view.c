#include "config.h"

#include "hf-choice-view.h"

#include <string.h>

#define MAX_KEYS 9

/* One or several of the options of a question, each a row with the number key that picks it. */
struct _HfChoiceView
{
  HfQuestionView parent_instance;

  GtkWidget *box;
  GPtrArray *buttons; /* (element-type GtkCheckButton), borrowed from the box */
  GPtrArray *labels;  /* (element-type GtkLabel), the same */
};

G_DEFINE_FINAL_TYPE (HfChoiceView, hf_choice_view, HF_TYPE_QUESTION_VIEW)

static gboolean
is_one (HfChoiceView *self)
{
  return hf_question_view_get_question (HF_QUESTION_VIEW (self))->kind == HF_QUESTION_CHOICE;
}

static HfOption *
get_option (HfChoiceView *self, guint index)
{
  return hf_question_view_get_question (HF_QUESTION_VIEW (self))->options->pdata[index];
}

/* What cannot be chosen with others takes the place of the others, and they its place. */
static void
drop_opposites (HfChoiceView *self, guint chosen)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (i != chosen && (get_option (self, chosen)->alone || get_option (self, i)->alone))
      gtk_check_button_set_active (self->buttons->pdata[i], FALSE);
}

static void
on_toggled (GtkCheckButton *button, HfChoiceView *self)
{
  guint index = 0;
  if (!is_one (self) && gtk_check_button_get_active (button)
      && g_ptr_array_find (self->buttons, button, &index))
    drop_opposites (self, index);
  /* Of two that change places, one speaks for both. */
  if (!is_one (self) || gtk_check_button_get_active (button))
    hf_question_view_changed (HF_QUESTION_VIEW (self));
}

static void
add_option (HfChoiceView *self, guint index)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  GtkWidget *key = gtk_label_new (index < MAX_KEYS ? number : NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key, index < MAX_KEYS);
  gtk_widget_add_css_class (key, "key-cap");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), key);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "option");
  if (is_one (self) && index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons->pdata[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->labels, label);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    add_option (HF_CHOICE_VIEW (view), i);
}

static void
set_language (HfQuestionView *view, const char *language)
{
  HfChoiceView *self = HF_CHOICE_VIEW (view);
  for (guint i = 0; i < self->labels->len; i++)
    {
      const char *text = hf_wording_get (get_option (self, i)->label, language);
      gtk_label_set_text (self->labels->pdata[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons->pdata[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

static void
set_value (HfQuestionView *view, const char *value)
{
  HfChoiceView *self = HF_CHOICE_VIEW (view);
  g_auto (GStrv) ids = g_strsplit (value, "\n", -1);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (
        self->buttons->pdata[i],
        g_strv_contains ((const char *const *) ids, get_option (self, i)->id));
}

static char *
dup_value (HfQuestionView *view)
{
  HfChoiceView *self = HF_CHOICE_VIEW (view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      g_strv_builder_add (builder, get_option (self, i)->id);
  g_auto (GStrv) ids = g_strv_builder_end (builder);
  return g_strjoinv ("\n", ids);
}

static gboolean
pick (HfQuestionView *view, guint number)
{
  HfChoiceView *self = HF_CHOICE_VIEW (view);
  if (number == 0 || number > self->buttons->len)
    return FALSE;
  GtkCheckButton *button = self->buttons->pdata[number - 1];
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_check_button_set_active (button, is_one (self) || !gtk_check_button_get_active (button));
  return TRUE;
}

static void
set_label (HfQuestionView *view, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (HF_CHOICE_VIEW (view)->box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static guint
find_focus (HfChoiceView *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (self->buttons->pdata[i]))
      return i;
  return 0;
}

static void
move_focus (HfChoiceView *self, int step)
{
  int last = (int) self->buttons->len - 1;
  GtkWidget *button = self->buttons->pdata[CLAMP ((int) find_focus (self) + step, 0, last)];
  gtk_widget_grab_focus (button);
  if (is_one (self))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

/* Arrows choose where one is to be chosen, and only move where several are. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfChoiceView *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_focus (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_focus (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      hf_question_view_submit (HF_QUESTION_VIEW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  HfChoiceView *self = HF_CHOICE_VIEW (view);
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      return self->buttons->pdata[i];
  return self->buttons->len > 0 ? self->buttons->pdata[0] : self->box;
}

static void
hf_choice_view_dispose (GObject *object)
{
  HfChoiceView *self = HF_CHOICE_VIEW (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_choice_view_parent_class)->dispose (object);
}

static void
hf_choice_view_class_init (HfChoiceViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_choice_view_dispose;
  view_class->get_focus = get_focus;
  view_class->set_question = set_question;
  view_class->set_language = set_language;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->pick = pick;
  view_class->set_label = set_label;
}

static void
hf_choice_view_init (HfChoiceView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->buttons = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
}
