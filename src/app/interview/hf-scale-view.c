#include "config.h"

#include "hf-scale-view.h"

#include "hf-widget.h"

/* A second digit that comes within this time makes 10 of 1 and 0. */
#define TWO_DIGITS_MICROSECONDS G_USEC_PER_SEC

/* A row of buttons, one for each number of a scale. */
struct _HfScaleView
{
  HfQuestionView parent_instance;

  GtkWidget *row;
  GtkWidget *low;
  GtkWidget *high;
  GPtrArray *buttons; /* (element-type GtkToggleButton), borrowed from the row */
  gint64 one_at;      /* monotonic, when the key 1 was pressed */
};

G_DEFINE_FINAL_TYPE (HfScaleView, hf_scale_view, HF_TYPE_QUESTION_VIEW)

static HfQuestion *
get_question (HfScaleView *self)
{
  return hf_question_view_get_question (HF_QUESTION_VIEW (self));
}

static int
find_active (HfScaleView *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      return (int) i;
  return -1;
}

static void
on_toggled (GtkToggleButton *button, HfScaleView *self)
{
  if (gtk_toggle_button_get_active (button) || find_active (self) < 0)
    hf_question_view_changed (HF_QUESTION_VIEW (self));
}

static void
add_number (HfScaleView *self, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "scale-number");
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (self->row), button);
}

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  for (int number = question->lowest; number <= question->highest; number++)
    add_number (HF_SCALE_VIEW (view), number);
}

static void
set_language (HfQuestionView *view, const char *language)
{
  HfScaleView *self = HF_SCALE_VIEW (view);
  const HfQuestion *question = get_question (self);
  const char *low = hf_wording_get (question->low, language);
  const char *high = hf_wording_get (question->high, language);
  gtk_label_set_text (GTK_LABEL (self->low), low != NULL ? low : "");
  gtk_label_set_text (GTK_LABEL (self->high), high != NULL ? high : "");
  if (low != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons->pdata[0]),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, low, -1);
  if (high != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->buttons->pdata[self->buttons->len - 1]),
        GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, high, -1);
}

static void
set_value (HfQuestionView *view, const char *value)
{
  HfScaleView *self = HF_SCALE_VIEW (view);
  gint64 number = G_MININT64;
  g_ascii_string_to_signed (value, 10, G_MININT32, G_MAXINT32, &number, NULL);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i],
                                  get_question (self)->lowest + (int) i == number);
}

static char *
dup_value (HfQuestionView *view)
{
  HfScaleView *self = HF_SCALE_VIEW (view);
  int active = find_active (self);
  return active >= 0 ? g_strdup_printf ("%d", get_question (self)->lowest + active) : NULL;
}

static gboolean
choose (HfScaleView *self, int index)
{
  if (index < 0 || index >= (int) self->buttons->len)
    return FALSE;
  gtk_widget_grab_focus (self->buttons->pdata[index]);
  gtk_toggle_button_set_active (self->buttons->pdata[index], TRUE);
  return TRUE;
}

static gboolean
pick (HfQuestionView *view, guint number)
{
  HfScaleView *self = HF_SCALE_VIEW (view);
  const HfQuestion *question = get_question (self);
  gint64 now = g_get_monotonic_time ();
  gboolean ten = number == 0 && question->highest >= 10 && self->one_at != 0
                 && now - self->one_at < TWO_DIGITS_MICROSECONDS;
  self->one_at = number == 1 ? now : 0;
  return choose (self, (ten ? 10 : (int) number) - question->lowest);
}

static void
set_label (HfQuestionView *view, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (HF_SCALE_VIEW (view)->row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfScaleView *self)
{
  int active = find_active (self);
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, MIN (active + 1, (int) self->buttons->len - 1));
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, MAX (active - 1, 0));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      hf_question_view_submit (HF_QUESTION_VIEW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
hf_scale_view_grab_focus (GtkWidget *widget)
{
  HfScaleView *self = HF_SCALE_VIEW (widget);
  int active = MAX (find_active (self), 0);
  return gtk_widget_grab_focus (self->buttons->pdata[active]);
}

static void
hf_scale_view_dispose (GObject *object)
{
  HfScaleView *self = HF_SCALE_VIEW (object);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SCALE_VIEW);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (hf_scale_view_parent_class)->dispose (object);
}

static void
hf_scale_view_class_init (HfScaleViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_scale_view_dispose;
  widget_class->grab_focus = hf_scale_view_grab_focus;
  view_class->set_question = set_question;
  view_class->set_language = set_language;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->pick = pick;
  view_class->set_label = set_label;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-scale-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, row);
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, low);
  gtk_widget_class_bind_template_child (widget_class, HfScaleView, high);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_scale_view_init (HfScaleView *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
