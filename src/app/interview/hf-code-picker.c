#include "config.h"

#include "hf-code-picker.h"

#include <string.h>

#include "hf-coded-reason.h"
#include "hf-interview-closures.h"
#include "hf-locale.h"
#include "hf-text.h"

#define PAGE_ROWS 8

/* Chooses a code of the codebook, its rank, and what it rests on. */
struct _HfCodePicker
{
  AdwWindow parent_instance;

  GtkLabel *quote;
  GtkEditable *search;
  GtkListBox *list;
  GtkWidget *details;
  GtkLabel *name;
  GtkLabel *definition;
  GtkLabel *include;
  GtkLabel *exclude;
  GtkLabel *example;
  GtkCheckButton *primary;
  GtkCheckButton *contributing;
  GtkCheckButton *said;
  GtkCheckButton *inferred;
  GtkCheckButton *recorded;
  GtkWidget *pick;

  HfCodebook *codebook;
  char *typed; /* folded */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCodePicker, hf_code_picker, ADW_TYPE_WINDOW)

static HfCode *
get_code (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "code");
}

static HfCode *
get_selected (HfCodePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? get_code (row) : NULL;
}

/* Takes the words, which are NULL where the code has none. */
static void
set_words (GtkLabel *label, char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
  g_free (words);
}

static void
show_details (HfCodePicker *self)
{
  const char *language = hf_locale_get_current ();
  /* A list that is going away unselects its row, too. */
  if (self->list == NULL)
    return;
  const HfCode *code = get_selected (self);
  gtk_widget_set_sensitive (self->pick, code != NULL);
  gtk_widget_set_visible (self->details, code != NULL);
  if (code == NULL)
    return;
  g_autofree char *name = hf_interview_words_code_place (self->codebook, code, language);
  gtk_label_set_text (self->name, name);
  set_words (self->definition, g_strdup (hf_wording_get (code->definition, language)));
  set_words (self->include, hf_interview_words_include (code, language));
  set_words (self->exclude, hf_interview_words_exclude (code, language));
  set_words (self->example, hf_interview_words_example (code, language));
}

static gboolean
has_words (const HfWording *wording, const char *folded)
{
  g_autofree char *text = hf_text_fold (hf_wording_get (wording, hf_locale_get_current ()));
  return strstr (text, folded) != NULL;
}

static gboolean
matches (const HfCode *code, const char *typed)
{
  return has_words (code->name, typed) || has_words (code->definition, typed)
         || has_words (code->include, typed) || has_words (code->example, typed);
}

static gboolean
has_matching_child (HfCodePicker *self, const HfCode *code)
{
  for (guint i = 0; i < self->codebook->codes->len; i++)
    {
      const HfCode *child = self->codebook->codes->pdata[i];
      if (g_strcmp0 (child->parent, code->id) == 0 && matches (child, self->typed))
        return TRUE;
    }
  return FALSE;
}

/* A code of the second level keeps its first level in sight. */
static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  HfCodePicker *self = data;
  const HfCode *code = get_code (row);
  return self->typed == NULL || *self->typed == '\0' || matches (code, self->typed)
         || (code->parent == NULL && has_matching_child (self, code));
}

static GtkListBoxRow *
find_shown (HfCodePicker *self, int index, int step)
{
  GtkListBoxRow *row;
  while ((row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL) != NULL)
    {
      if (is_shown (row, self))
        return row;
      index += step;
    }
  return NULL;
}

static GtkListBoxRow *
find_best (HfCodePicker *self)
{
  GtkListBoxRow *row;
  if (self->typed == NULL || *self->typed == '\0')
    return NULL;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (has_words (get_code (row)->name, self->typed))
      return row;
  return NULL;
}

static void
select_row (HfCodePicker *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
on_search (HfCodePicker *self)
{
  g_free (self->typed);
  self->typed = hf_text_fold (gtk_editable_get_text (self->search));
  gtk_list_box_invalidate_filter (self->list);
  GtkListBoxRow *best = find_best (self);
  select_row (self, best != NULL ? best : find_shown (self, 0, 1));
  show_details (self);
}

static void
move_selection (HfCodePicker *self, int steps)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = steps < 0 ? -1 : 1;
  if (row == NULL)
    select_row (self, find_shown (self, 0, 1));
  for (int i = 0; row != NULL && i < ABS (steps); i++)
    {
      row = find_shown (self, gtk_list_box_row_get_index (row) + step, step);
      select_row (self, row);
    }
}

static void
pick (HfCodePicker *self)
{
  const HfCode *code = get_selected (self);
  if (code == NULL)
    return;
  int rank = gtk_check_button_get_active (self->primary) ? HF_REASON_PRIMARY
                                                         : HF_REASON_CONTRIBUTING;
  int basis = gtk_check_button_get_active (self->said)       ? HF_REASON_SAID
              : gtk_check_button_get_active (self->inferred) ? HF_REASON_INFERRED
                                                             : HF_REASON_RECORDED;
  g_autofree char *id = g_strdup (code->id);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, id, rank, basis);
  gtk_window_close (GTK_WINDOW (self));
}

/* The cursor stays where one types; arrows go through the list from there. */
static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        HfCodePicker *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_selection (self, PAGE_ROWS);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_selection (self, -PAGE_ROWS);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      pick (self);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_row (HfCodePicker *self, HfCode *code)
{
  GtkWidget *label = gtk_label_new (hf_wording_get (code->name, hf_locale_get_current ()));
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, code->parent != NULL ? 24 : 6);
  gtk_widget_set_margin_top (label, 5);
  gtk_widget_set_margin_bottom (label, 5);
  if (code->parent == NULL)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "code", g_object_ref (code), g_object_unref);
  gtk_list_box_append (self->list, row);
}

static void
hf_code_picker_dispose (GObject *object)
{
  HfCodePicker *self = HF_CODE_PICKER (object);
  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CODE_PICKER);
  g_clear_object (&self->codebook);
  g_clear_pointer (&self->typed, g_free);
  G_OBJECT_CLASS (hf_code_picker_parent_class)->dispose (object);
}

static void
hf_code_picker_class_init (HfCodePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_code_picker_dispose;

  /**
   * HfCodePicker::picked:
   * @code: a code's id
   * @rank: #HfReasonRank
   * @basis: #HfReasonBasis
   *
   * Emitted when a code was chosen.
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                         G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/interview/hf-code-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, quote);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, search);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, list);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, details);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, name);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, definition);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, include);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, exclude);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, example);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, primary);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, contributing);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, said);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, inferred);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, recorded);
  gtk_widget_class_bind_template_child (widget_class, HfCodePicker, pick);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, pick);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
}

static void
hf_code_picker_init (HfCodePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
}

/**
 * hf_code_picker_new:
 * @parent: (nullable): the window that asks
 * @codebook: what to choose from
 * @quote: (nullable): the words that the reason rests on
 * @has_primary: whether there is a primary reason already
 *
 * Makes a window in which a reason is chosen; "picked" tells which.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_code_picker_new (GtkWindow *parent, HfCodebook *codebook, const char *quote,
                    gboolean has_primary)
{
  HfCodePicker *self = g_object_new (HF_TYPE_CODE_PICKER, "transient-for", parent, NULL);
  g_autofree char *words = quote != NULL ? hf_interview_words_quote (quote) : NULL;
  self->codebook = g_object_ref (codebook);
  gtk_label_set_text (self->quote, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->quote), words != NULL);
  gtk_check_button_set_active (has_primary ? self->contributing : self->primary, TRUE);
  gtk_check_button_set_active (quote != NULL ? self->said : self->inferred, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->contributing), has_primary);
  for (guint i = 0; i < codebook->codes->len; i++)
    {
      HfCode *code = codebook->codes->pdata[i];
      if (!code->retired)
        add_row (self, code);
    }
  select_row (self, find_shown (self, 0, 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
