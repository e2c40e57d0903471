#include "config.h"

#include "hf-pair-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-catalogue.h"
#include "hf-scale-row.h"
#include "hf-text.h"

#define CONTEXT "pair"

/* Two numbers side by side, such as how good we are and how good the competitor is. */
struct _HfPairView
{
  HfQuestionView parent_instance;

  GtkLabel *first_name;
  GtkLabel *second_name;
  HfScaleRow *first;
  HfScaleRow *second;
  GtkLabel *low;
  GtkLabel *high;

  char *competitor; /* NULL: not known */
  char *language;
};

G_DEFINE_FINAL_TYPE (HfPairView, hf_pair_view, HF_TYPE_QUESTION_VIEW)

static void
set_question (HfQuestionView *view, HfQuestion *question)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  hf_scale_row_set_range (self->first, question->lowest, question->highest);
  hf_scale_row_set_range (self->second, question->lowest, question->highest);
}

static void
show_name (GtkLabel *label, HfScaleRow *row, const char *name)
{
  gtk_label_set_text (label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), name);
  hf_scale_row_set_label (row, name);
}

/* Where the guide does not say of what the two are, they are us and the competitor. */
static void
show_names (HfPairView *self)
{
  const HfQuestion *question = hf_question_view_get_question (HF_QUESTION_VIEW (self));
  g_autoptr (HfCatalogue) catalogue = hf_catalogue_open (self->language);
  const char *first = hf_wording_get (question->first, self->language);
  const char *second = hf_wording_get (question->second, self->language);
  if (first == NULL)
    first = hf_catalogue_lookup (catalogue, CONTEXT, NC_ ("pair", "Us"));
  if (second == NULL)
    second = self->competitor;
  if (second == NULL)
    second = hf_catalogue_lookup (catalogue, CONTEXT, NC_ ("pair", "The competitor"));
  show_name (self->first_name, self->first, first);
  show_name (self->second_name, self->second, second);
}

static void
set_language (HfQuestionView *view, const char *language)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  const HfQuestion *question = hf_question_view_get_question (view);
  const char *low = hf_wording_get (question->low, language);
  const char *high = hf_wording_get (question->high, language);
  hf_text_set (&self->language, language);
  gtk_label_set_text (self->low, low != NULL ? low : "");
  gtk_label_set_text (self->high, high != NULL ? high : "");
  hf_scale_row_set_ends (self->first, low, high);
  hf_scale_row_set_ends (self->second, low, high);
  show_names (self);
}

static void
set_value (HfQuestionView *view, const char *value)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  g_auto (GStrv) numbers = g_strsplit (value, "\n", 2);
  gboolean any = numbers[0] != NULL;
  hf_scale_row_set_value (self->first, any ? numbers[0] : "");
  hf_scale_row_set_value (self->second, any && numbers[1] != NULL ? numbers[1] : "");
}

static char *
dup_value (HfQuestionView *view)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  g_autofree char *first = hf_scale_row_dup_value (self->first);
  g_autofree char *second = hf_scale_row_dup_value (self->second);
  if (first == NULL && second == NULL)
    return NULL;
  return g_strconcat (first != NULL ? first : "", "\n", second != NULL ? second : "", NULL);
}

static gboolean
has_focus (HfScaleRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row));
}

static HfScaleRow *
get_row (HfPairView *self)
{
  return has_focus (self->second) ? self->second : self->first;
}

/* After the first number comes the second, where no further digit can follow. */
static gboolean
pick (HfQuestionView *view, guint number)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  HfScaleRow *row = get_row (self);
  gboolean may_be_ten = number == 1 && hf_question_view_get_question (view)->highest >= 10;
  if (!hf_scale_row_pick (row, number))
    return FALSE;
  if (row == self->first && !may_be_ten)
    gtk_widget_grab_focus (GTK_WIDGET (self->second));
  return TRUE;
}

static void
set_label (HfQuestionView *view, const char *label)
{
  HfPairView *self = HF_PAIR_VIEW (view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* Enter on the first number goes to the second; once both are there, it goes on. */
static void
go_on (HfPairView *self)
{
  g_autofree char *first = hf_scale_row_dup_value (self->first);
  g_autofree char *second = hf_scale_row_dup_value (self->second);
  if (get_row (self) == self->first && first != NULL && second == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->second));
  else
    hf_question_view_submit (HF_QUESTION_VIEW (self));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfPairView *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      gtk_widget_grab_focus (GTK_WIDGET (self->second));
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      gtk_widget_grab_focus (GTK_WIDGET (self->first));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      go_on (self);
      return TRUE;
    default:
      return hf_scale_row_press (get_row (self), keyval);
    }
}

static GtkWidget *
get_focus (HfQuestionView *view)
{
  return GTK_WIDGET (HF_PAIR_VIEW (view)->first);
}

static void
hf_pair_view_finalize (GObject *object)
{
  HfPairView *self = HF_PAIR_VIEW (object);
  g_free (self->competitor);
  g_free (self->language);
  G_OBJECT_CLASS (hf_pair_view_parent_class)->finalize (object);
}

static void
hf_pair_view_class_init (HfPairViewClass *klass)
{
  HfQuestionViewClass *view_class = HF_QUESTION_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_pair_view_finalize;
  view_class->get_focus = get_focus;
  view_class->set_question = set_question;
  view_class->set_language = set_language;
  view_class->set_value = set_value;
  view_class->dup_value = dup_value;
  view_class->pick = pick;
  view_class->set_label = set_label;
  g_type_ensure (HF_TYPE_SCALE_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  hf_question_view_class_set_template (view_class, "hf-pair-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPairView, first_name);
  gtk_widget_class_bind_template_child (widget_class, HfPairView, second_name);
  gtk_widget_class_bind_template_child (widget_class, HfPairView, first);
  gtk_widget_class_bind_template_child (widget_class, HfPairView, second);
  gtk_widget_class_bind_template_child (widget_class, HfPairView, low);
  gtk_widget_class_bind_template_child (widget_class, HfPairView, high);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
hf_pair_view_init (HfPairView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_pair_view_set_competitor:
 * @self: the control
 * @name: (nullable): the competitor whom the customer named
 *
 * Names the second number, where the guide does not.
 */
void
hf_pair_view_set_competitor (HfPairView *self, const char *name)
{
  hf_text_set (&self->competitor, name);
  show_names (self);
}
