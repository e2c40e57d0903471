#include "config.h"

#include "hf-code-editor.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-code-save.h"
#include "hf-locale.h"
#include "hf-setup-entry.h"
#include "hf-text.h"
#include "hf-widget.h"

#define N_TEXTS 4

/* The texts of one code in one language at a time; what was typed in the others is kept. */
struct _HfCodeEditor
{
  GtkWidget parent_instance;

  AdwComboRow *language;
  GtkStringList *language_names;
  GtkLabel *id;
  GtkWidget *retired;
  GtkEditable *name;
  GtkLabel *problem;
  GtkTextBuffer *definition;
  GtkTextBuffer *include;
  GtkTextBuffer *exclude;
  GtkTextBuffer *example;
  GtkWidget *retire;
  GtkWidget *use_again;
  GtkWidget *add;

  GStrv languages;
  HfCode *code;   /* as it is typed, NULL: none is shown */
  HfCode *stored; /* as it was read */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCodeEditor, hf_code_editor, GTK_TYPE_WIDGET)

typedef struct
{
  GtkTextBuffer *buffer;
  HfWording *wording;
} Text;

static void
list_texts (HfCodeEditor *self, Text texts[N_TEXTS])
{
  texts[0] = (Text){ self->definition, self->code->definition };
  texts[1] = (Text){ self->include, self->code->include };
  texts[2] = (Text){ self->exclude, self->code->exclude };
  texts[3] = (Text){ self->example, self->code->example };
}

static const char *
exact (const HfWording *wording, const char *language)
{
  const char *text = hf_wording_get_exact (wording, language);
  return text != NULL ? text : "";
}

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
keep (HfWording *wording, const char *language, const char *text)
{
  if (hf_text_is_blank (text))
    hf_wording_remove (wording, language);
  else
    hf_wording_set (wording, language, text);
}

static void
show_problem (HfCodeEditor *self)
{
  gboolean complete = hf_code_editor_is_complete (self);
  hf_setup_entry_mark (self->name, !complete);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !complete);
}

static void
on_typed (HfCodeEditor *self)
{
  Text texts[N_TEXTS];
  if (self->filling || self->code == NULL)
    return;
  const char *language = hf_code_editor_get_language (self);
  keep (self->code->name, language, gtk_editable_get_text (self->name));
  list_texts (self, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = dup_buffer (texts[i].buffer);
      keep (texts[i].wording, language, text);
    }
  show_problem (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_texts (HfCodeEditor *self)
{
  Text texts[N_TEXTS];
  const char *language = hf_code_editor_get_language (self);
  if (self->code == NULL)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->name, exact (self->code->name, language));
  list_texts (self, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    gtk_text_buffer_set_text (texts[i].buffer, exact (texts[i].wording, language), -1);
  self->filling = FALSE;
  show_problem (self);
}

static void
fill_languages (HfCodeEditor *self)
{
  self->filling = TRUE;
  self->languages = hf_locale_list_languages ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = hf_locale_dup_language_name (self->languages[i]);
      gtk_string_list_append (self->language_names, name);
      if (g_str_equal (self->languages[i], hf_locale_get_current ()))
        adw_combo_row_set_selected (self->language, i);
    }
  self->filling = FALSE;
}

static void
on_language (HfCodeEditor *self)
{
  if (!self->filling)
    show_texts (self);
}

static void
hf_code_editor_dispose (GObject *object)
{
  HfCodeEditor *self = HF_CODE_EDITOR (object);
  self->filling = TRUE;
  g_clear_object (&self->code);
  g_clear_object (&self->stored);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CODE_EDITOR);
  G_OBJECT_CLASS (hf_code_editor_parent_class)->dispose (object);
}

static void
hf_code_editor_finalize (GObject *object)
{
  g_strfreev (HF_CODE_EDITOR (object)->languages);
  G_OBJECT_CLASS (hf_code_editor_parent_class)->finalize (object);
}

static void
hf_code_editor_class_init (HfCodeEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hf_code_editor_dispose;
  object_class->finalize = hf_code_editor_finalize;

  /**
   * HfCodeEditor::changed:
   * @self: an editor
   *
   * Something was typed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-code-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, language);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, language_names);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, id);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, retired);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, name);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, definition);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, include);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, exclude);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, example);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, retire);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, use_again);
  gtk_widget_class_bind_template_child (widget_class, HfCodeEditor, add);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_code_editor_init (HfCodeEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
}

/**
 * hf_code_editor_show:
 * @self: an editor
 * @stored: a code as it is stored
 * @typed: (nullable): the code as it was typed before, %NULL where nothing was
 *
 * Shows a code.
 */
void
hf_code_editor_show (HfCodeEditor *self, HfCode *stored, HfCode *typed)
{
  g_set_object (&self->stored, stored);
  g_clear_object (&self->code);
  self->code = hf_code_copy (typed != NULL ? typed : stored);
  gtk_label_set_label (self->id, stored->id);
  gtk_widget_set_visible (self->retired, stored->retired);
  gtk_widget_set_visible (self->retire, !stored->retired);
  gtk_widget_set_visible (self->use_again, stored->retired);
  gtk_widget_set_visible (self->add, stored->parent == NULL && !stored->retired);
  show_texts (self);
}

/**
 * hf_code_editor_get_language:
 * @self: an editor
 *
 * Tells in which language the texts are shown.
 *
 * Returns: a code such as "zh_CN"
 */
const char *
hf_code_editor_get_language (HfCodeEditor *self)
{
  return self->languages[adw_combo_row_get_selected (self->language)];
}

/**
 * hf_code_editor_is_changed:
 * @self: an editor
 *
 * Tells whether something is typed that is not stored.
 *
 * Returns: whether there is
 */
gboolean
hf_code_editor_is_changed (HfCodeEditor *self)
{
  return self->code != NULL && !hf_code_says_the_same (self->code, self->stored);
}

/**
 * hf_code_editor_is_complete:
 * @self: an editor
 *
 * Tells whether the code has a name in every language in which it has a text.
 *
 * Returns: whether it can be saved
 */
gboolean
hf_code_editor_is_complete (HfCodeEditor *self)
{
  Text texts[N_TEXTS];
  gboolean named = FALSE;
  if (self->code == NULL)
    return FALSE;
  list_texts (self, texts);
  for (gsize i = 0; self->languages[i] != NULL; i++)
    {
      gboolean has_text = !hf_text_is_blank (exact (self->stored->name, self->languages[i]));
      for (gsize j = 0; j < N_TEXTS; j++)
        has_text |= !hf_text_is_blank (exact (texts[j].wording, self->languages[i]));
      gboolean has_name = !hf_text_is_blank (exact (self->code->name, self->languages[i]));
      if (has_text && !has_name)
        return FALSE;
      named |= has_name;
    }
  return named;
}

/**
 * hf_code_editor_get_code:
 * @self: an editor
 *
 * Gives the code as it is typed.
 *
 * Returns: (transfer none) (nullable): the code
 */
HfCode *
hf_code_editor_get_code (HfCodeEditor *self)
{
  return self->code;
}

/**
 * hf_code_editor_get_stored:
 * @self: an editor
 *
 * Gives the code as it was read.
 *
 * Returns: (transfer none) (nullable): the code
 */
HfCode *
hf_code_editor_get_stored (HfCodeEditor *self)
{
  return self->stored;
}
