#include "config.h"

#include "hf-guide-begin.h"

#include <glib/gi18n.h>

#include "hf-guide-draft.h"
#include "hf-guide-save.h"
#include "hf-locale.h"
#include "hf-text.h"

/* The languages' own letters are not allowed in a code. */
#define CODE_SPACER '-'

/* Asks with what a new guide begins. */
struct _HfGuideBegin
{
  AdwMessageDialog parent_instance;

  GtkEditable *name;
  AdwComboRow *kind;
  AdwComboRow *from;
  GtkStringList *from_names;

  GPtrArray *guides; /* (element-type HfStoredGuide): those that can be copied */
};

G_DEFINE_FINAL_TYPE (HfGuideBegin, hf_guide_begin, ADW_TYPE_MESSAGE_DIALOG)

static void
on_changed (HfGuideBegin *self)
{
  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (self), HF_GUIDE_BEGIN_WRITE,
      !hf_text_is_blank (gtk_editable_get_text (self->name)));
}

static void
on_enter (HfGuideBegin *self)
{
  if (hf_text_is_blank (gtk_editable_get_text (self->name)))
    return;
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), HF_GUIDE_BEGIN_WRITE);
  gtk_window_close (GTK_WINDOW (self));
}

static const HfStoredGuide *
get_from (HfGuideBegin *self)
{
  guint selected = adw_combo_row_get_selected (self->from);
  return selected > 0 && selected <= self->guides->len
             ? g_ptr_array_index (self->guides, selected - 1)
             : NULL;
}

/* A copy is for the same calls, unless something else is chosen. */
static void
on_from (HfGuideBegin *self)
{
  const HfStoredGuide *from = get_from (self);
  if (from != NULL)
    adw_combo_row_set_selected (self->kind, from->kind);
}

static void
hf_guide_begin_finalize (GObject *object)
{
  g_ptr_array_unref (HF_GUIDE_BEGIN (object)->guides);
  G_OBJECT_CLASS (hf_guide_begin_parent_class)->finalize (object);
}

static void
hf_guide_begin_class_init (HfGuideBeginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_guide_begin_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-guide-begin.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideBegin, name);
  gtk_widget_class_bind_template_child (widget_class, HfGuideBegin, kind);
  gtk_widget_class_bind_template_child (widget_class, HfGuideBegin, from);
  gtk_widget_class_bind_template_child (widget_class, HfGuideBegin, from_names);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_from);
}

static void
hf_guide_begin_init (HfGuideBegin *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  self->guides = g_ptr_array_new_with_free_func ((GDestroyNotify) hf_stored_guide_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; hf_interview_kinds[i].name != NULL; i++)
    gtk_string_list_append (kinds, hf_choice_label (hf_interview_kinds, i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
}

/**
 * hf_guide_begin_new:
 * @parent: a widget of the window that asks
 * @kind: what the guide is probably for
 *
 * Makes a window that asks with what a new guide begins.
 *
 * Returns: (transfer none): the window, not shown yet
 */
HfGuideBegin *
hf_guide_begin_new (GtkWidget *parent, HfInterviewKind kind)
{
  HfGuideBegin *self = g_object_new (HF_TYPE_GUIDE_BEGIN, "transient-for",
                                     gtk_widget_get_root (parent), NULL);
  adw_combo_row_set_selected (self->kind, kind);
  on_changed (self);
  return self;
}

/**
 * hf_guide_begin_add:
 * @self: the window
 * @guide: a guide
 * @title: what it is called
 *
 * Offers to copy a guide. Its code is not given again, either.
 */
void
hf_guide_begin_add (HfGuideBegin *self, const HfStoredGuide *guide, const char *title)
{
  g_ptr_array_add (self->guides, hf_guide_save_copy_guide (guide, NULL));
  gtk_string_list_append (self->from_names, title);
}

static gboolean
is_taken (HfGuideBegin *self, const char *code)
{
  for (guint i = 0; i < self->guides->len; i++)
    if (g_str_equal (((HfStoredGuide *) self->guides->pdata[i])->code, code))
      return TRUE;
  return FALSE;
}

static char *
make_code (HfGuideBegin *self, HfInterviewKind kind)
{
  g_autofree char *stem = g_strdelimit (g_strdup (hf_interview_kinds[kind].name), "_",
                                        CODE_SPACER);
  for (guint number = 2;; number++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%u", stem, number);
      if (!is_taken (self, code))
        return g_steal_pointer (&code);
    }
}

/**
 * hf_guide_begin_make:
 * @self: the window
 *
 * Makes what the new guide begins with.
 *
 * Returns: (transfer full): a guide that is not stored yet
 */
HfStoredGuide *
hf_guide_begin_make (HfGuideBegin *self)
{
  HfStoredGuide *made = g_new0 (HfStoredGuide, 1);
  const HfStoredGuide *from = get_from (self);
  g_autoptr (HfGuideDraft) draft = hf_guide_draft_new ();
  g_autofree char *title = hf_text_trim (gtk_editable_get_text (self->name));
  made->kind = (HfInterviewKind) adw_combo_row_get_selected (self->kind);
  made->code = make_code (self, made->kind);
  if (from != NULL && hf_guide_draft_read (draft, from->xml, NULL))
    hf_guide_draft_begin_copy (draft, made->code, made->kind, title);
  else
    hf_guide_draft_begin (draft, made->code, made->kind, hf_locale_get_current (), title,
                          _ ("Opening"),
                          _ ("Hello, this is customer care. So that we keep your words "
                             "correctly, this call is recorded. May I ask whom I am speaking "
                             "to?"));
  made->xml = hf_guide_draft_write (draft);
  return made;
}
