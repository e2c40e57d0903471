#include "config.h"

#include "hf-setup-codebook.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-code-editor.h"
#include "hf-code-save.h"
#include "hf-dialogs.h"
#include "hf-locale.h"
#include "hf-store-codebook.h"
#include "hf-text.h"

/* Why customers leave: the tree of codes, and the texts of the one that is chosen. */
struct _HfSetupCodebook
{
  HfSetupSection parent_instance;

  AdwLeaflet *leaflet;
  GtkListView *tree;
  GtkSingleSelection *selection;
  GtkWidget *detail;
  HfCodeEditor *editor;

  HfCodebook *codebook;
  GHashTable *typed; /* (element-type utf8 HfCode): what is typed and not stored yet, by id */
  char *shown;       /* the code that is chosen, its id */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfSetupCodebook, hf_setup_codebook, HF_TYPE_SETUP_SECTION)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  return hf_store_codebook_load (session, error);
}

static GListStore *
list_codes (HfCodebook *codebook, const char *parent)
{
  GListStore *codes = g_list_store_new (HF_TYPE_CODE);
  for (guint i = 0; i < codebook->codes->len; i++)
    {
      HfCode *code = g_ptr_array_index (codebook->codes, i);
      if (g_strcmp0 (code->parent, parent) == 0)
        g_list_store_append (codes, code);
    }
  return codes;
}

static GListModel *
list_below (gpointer item, gpointer codebook)
{
  const HfCode *code = item;
  return code->parent == NULL ? G_LIST_MODEL (list_codes (codebook, code->id)) : NULL;
}

static GtkTreeListRow *
get_row (HfSetupCodebook *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->selection), position);
}

static guint
count_rows (HfSetupCodebook *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* What is open stays open when the tree is read again. */
static GHashTable *
list_open (HfSetupCodebook *self)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HfCode *shown = self->codebook != NULL ? hf_codebook_find (self->codebook, self->shown)
                                         : NULL;
  for (guint i = 0; i < count_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);
      g_autoptr (HfCode) code = gtk_tree_list_row_get_item (row);
      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (open, g_strdup (code->id));
    }
  if (shown != NULL && shown->parent != NULL)
    g_hash_table_add (open, g_strdup (shown->parent));
  return open;
}

static void
open_rows (HfSetupCodebook *self, GHashTable *open)
{
  for (guint i = 0; i < count_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);
      g_autoptr (HfCode) code = gtk_tree_list_row_get_item (row);
      if (g_hash_table_contains (open, code->id))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
select_code (HfSetupCodebook *self, const char *id)
{
  for (guint i = 0; i < count_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);
      g_autoptr (HfCode) code = gtk_tree_list_row_get_item (row);
      if (g_strcmp0 (code->id, id) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

static void
update_actions (HfSetupCodebook *self)
{
  gboolean changed = hf_code_editor_is_changed (self->editor);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.save",
                                 changed && hf_code_editor_is_complete (self->editor));
}

static void
show_code (HfSetupCodebook *self)
{
  hf_code_editor_show (self->editor, hf_codebook_find (self->codebook, self->shown),
                       g_hash_table_lookup (self->typed, self->shown));
  update_actions (self);
}

static void
keep_typed (HfSetupCodebook *self)
{
  HfCode *code = hf_code_editor_get_code (self->editor);
  if (hf_code_editor_is_changed (self->editor))
    g_hash_table_insert (self->typed, g_strdup (code->id), hf_code_copy (code));
  else if (code != NULL)
    g_hash_table_remove (self->typed, code->id);
}

static gboolean
is_stored (gpointer id, gpointer code, gpointer codebook)
{
  HfCode *stored = hf_codebook_find (codebook, id);
  return stored == NULL || hf_code_says_the_same (code, stored);
}

static void
show_tree_of (HfSetupCodebook *self, HfCodebook *codebook)
{
  g_autoptr (GHashTable) open = list_open (self);
  GListStore *top = list_codes (codebook, NULL);
  g_autoptr (GtkTreeListModel) model = gtk_tree_list_model_new (
      G_LIST_MODEL (top), FALSE, FALSE, list_below, g_object_ref (codebook), g_object_unref);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  open_rows (self, open);
  select_code (self, self->shown);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupCodebook *self = HF_SETUP_CODEBOOK (section);
  const HfCode *first = g_ptr_array_index (HF_CODEBOOK (loaded)->codes, 0);
  self->filling = TRUE;
  keep_typed (self);
  g_set_object (&self->codebook, loaded);
  g_hash_table_foreach_remove (self->typed, is_stored, loaded);
  if (hf_codebook_find (loaded, self->shown) == NULL)
    hf_text_set (&self->shown, first->id);
  show_tree_of (self, loaded);
  self->filling = FALSE;
  show_code (self);
}

static void
save_code (HfSetupCodebook *self, HfCode *code, const char *saved)
{
  hf_setup_section_save (HF_SETUP_SECTION (self), hf_code_save_run, hf_code_copy (code),
                         g_object_unref, saved);
}

typedef struct
{
  HfSetupCodebook *section;
  HfCode *before;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;
  g_object_unref (undo->section);
  g_object_unref (undo->before);
  g_free (undo);
}

static void
put_back (gpointer data)
{
  Undo *undo = data;
  if (hf_setup_section_get_store (HF_SETUP_SECTION (undo->section)) != NULL)
    save_code (undo->section, undo->before, NULL);
}

/* Stores the code that is shown, and lets it be taken back. */
static void
save_shown (HfSetupCodebook *self, HfCode *code, const char *words)
{
  Undo *undo = g_new (Undo, 1);
  *undo = (Undo){ g_object_ref (self),
                  hf_code_copy (hf_code_editor_get_stored (self->editor)) };
  save_code (self, code, NULL);
  hf_dialogs_toast_undo (GTK_WIDGET (self), words, put_back, undo, undo_free);
}

static void
save_texts (HfSetupCodebook *self)
{
  HfCode *code = hf_code_editor_get_code (self->editor);
  /* Translators: the name of a code of the codebook. */
  g_autofree char *words = g_strdup_printf (
      _ ("“%s” saved"),
      hf_wording_get (code->name, hf_code_editor_get_language (self->editor)));
  save_shown (self, code, words);
}

/* What was typed is stored when somebody goes on to another code; it is kept until then, too,
 * should it not be complete or the storing fail. */
static void
leave_code (HfSetupCodebook *self)
{
  keep_typed (self);
  if (hf_code_editor_is_changed (self->editor) && hf_code_editor_is_complete (self->editor))
    save_texts (self);
}

static void
on_selected (HfSetupCodebook *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  if (self->filling || row == NULL)
    return;
  g_autoptr (HfCode) code = gtk_tree_list_row_get_item (row);
  if (g_strcmp0 (code->id, self->shown) == 0)
    return;
  leave_code (self);
  hf_text_set (&self->shown, code->id);
  show_code (self);
}

static void
on_activated (HfSetupCodebook *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail);
}

static void
show_tree (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (HF_SETUP_CODEBOOK (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save_texts (HF_SETUP_CODEBOOK (widget));
}

static void
set_retired (HfSetupCodebook *self, gboolean retired)
{
  g_autoptr (HfCode) code = hf_code_copy (hf_code_editor_get_stored (self->editor));
  code->retired = retired;
  save_shown (self, code, retired ? _ ("Code retired") : _ ("Code in use again"));
}

static void
retire (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_retired (HF_SETUP_CODEBOOK (widget), TRUE);
}

static void
use_again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_retired (HF_SETUP_CODEBOOK (widget), FALSE);
}

static void
on_new_name (HfSetupCodebook *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *name = gtk_editable_get_text (entry);
  if (g_str_equal (response, "add") && !hf_text_is_blank (name) && self->shown != NULL)
    hf_setup_codebook_add_code (self, self->shown, name);
}

static void
on_name_typed (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "add",
                                           !hf_text_is_blank (gtk_editable_get_text (entry)));
}

static void
add_code (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupCodebook *self = HF_SETUP_CODEBOOK (widget);
  g_autofree char *language = hf_locale_dup_language_name (
      hf_code_editor_get_language (self->editor));
  g_autofree char *body = g_strdup_printf (
      /* Translators: a language. */
      _ ("Its name in the language of the texts, %s; the other texts follow."), language);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  AdwMessageDialog *dialog = hf_dialogs_new (window, _ ("New Code"), body);
  GtkWidget *entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "add", FALSE);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect (entry, "changed", G_CALLBACK (on_name_typed), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_new_name), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_setup_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind_row (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_tree_expander_get_child (expander);
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (HfCode) code = gtk_tree_list_row_get_item (row);
  const char *name = hf_wording_get (code->name, hf_locale_get_current ());
  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (label), name != NULL ? name : code->id);
  gtk_widget_set_tooltip_text (label, name);
  if (code->retired)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
hf_setup_codebook_dispose (GObject *object)
{
  HfSetupCodebook *self = HF_SETUP_CODEBOOK (object);
  self->filling = TRUE;
  g_clear_object (&self->codebook);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_CODEBOOK);
  G_OBJECT_CLASS (hf_setup_codebook_parent_class)->dispose (object);
}

static void
hf_setup_codebook_finalize (GObject *object)
{
  HfSetupCodebook *self = HF_SETUP_CODEBOOK (object);
  g_hash_table_unref (self->typed);
  g_free (self->shown);
  G_OBJECT_CLASS (hf_setup_codebook_parent_class)->finalize (object);
}

static void
hf_setup_codebook_class_init (HfSetupCodebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_codebook_dispose;
  object_class->finalize = hf_setup_codebook_finalize;
  section_class->topics = HF_STORE_CODEBOOK;
  section_class->load = load;
  section_class->free_loaded = g_object_unref;
  section_class->show = show;

  g_type_ensure (HF_TYPE_CODE_EDITOR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-codebook.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupCodebook, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCodebook, tree);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCodebook, selection);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCodebook, detail);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCodebook, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "section.show-tree", NULL, show_tree);
  gtk_widget_class_install_action (widget_class, "section.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "section.retire", NULL, retire);
  gtk_widget_class_install_action (widget_class, "section.use-again", NULL, use_again);
  gtk_widget_class_install_action (widget_class, "section.add-code", NULL, add_code);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "section.save", NULL);
}

static void
hf_setup_codebook_init (HfSetupCodebook *self)
{
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_setup_codebook_add_code:
 * @self: the section
 * @parent: a first-level code's id
 * @name: the new code's name, in the language of the texts
 *
 * Adds a second-level code and shows it.
 */
void
hf_setup_codebook_add_code (HfSetupCodebook *self, const char *parent, const char *name)
{
  g_autofree char *id = hf_code_save_dup_id (self->codebook, parent, name);
  g_autoptr (HfCode) code = hf_code_new (id);
  code->parent = g_strdup (parent);
  hf_wording_set (code->name, hf_code_editor_get_language (self->editor), name);
  leave_code (self);
  save_code (self, code, _ ("Code added"));
  hf_text_set (&self->shown, id);
}
