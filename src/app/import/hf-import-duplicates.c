#include "config.h"

#include "hf-import-duplicates.h"

#include <glib/gi18n.h>

#include "hf-import-closures.h"
#include "hf-import-duplicate-row.h"
#include "hf-widget.h"

/* In the list of each row: as all of its kind, then the policies. */
enum
{
  AS_ALL,
  FIRST_POLICY
};

/* What becomes of rows that are like known customers: for all of a kind, and for each. */
struct _HfImportDuplicates
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *kinds;
  GtkLabel *kept;
  GListStore *rows; /* (element-type HfImportDuplicateRow) */

  AdwComboRow *policies[HF_IMPORT_N_LIKENESSES]; /* children of kinds */
  GHashTable *decisions; /* (element-type guint HfImportPolicy): by the rows' numbers */
};

G_DEFINE_FINAL_TYPE (HfImportDuplicates, hf_import_duplicates, GTK_TYPE_WIDGET)

static GtkStringList *
list_policies (const char *first)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  if (first != NULL)
    gtk_string_list_append (labels, first);
  for (guint i = 0; i < hf_choice_count (hf_import_policies); i++)
    gtk_string_list_append (labels, hf_choice_label (hf_import_policies, i));
  return labels;
}

static void
on_decided (GtkDropDown *choice, GParamSpec *pspec, HfImportDuplicates *self)
{
  HfImportDuplicateRow *item = g_object_get_data (G_OBJECT (choice), "item");
  guint selected = gtk_drop_down_get_selected (choice);
  if (item == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  item->policy = (int) selected - FIRST_POLICY;
  if (selected == AS_ALL)
    g_hash_table_remove (self->decisions, GUINT_TO_POINTER (item->row));
  else
    g_hash_table_insert (self->decisions, GUINT_TO_POINTER (item->row),
                         GINT_TO_POINTER (item->policy));
}

static GtkWidget *
make_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, HfImportDuplicates *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (list_policies (_ ("As all"))), NULL);
  GtkWidget *title = make_label (words, NULL);
  make_label (words, "dim-label");
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_decided), self, 0);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, HfImportDuplicates *self)
{
  HfImportDuplicateRow *row = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *choice = gtk_widget_get_next_sibling (words);
  gtk_label_set_text (GTK_LABEL (title), row->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), row->details);
  /* The choice of the row that was shown here before is not this one's. */
  g_object_set_data (G_OBJECT (choice), "item", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), FIRST_POLICY + row->policy);
  g_object_set_data (G_OBJECT (choice), "item", row);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, HfImportDuplicates *self)
{
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_object_set_data (G_OBJECT (gtk_widget_get_next_sibling (words)), "item", NULL);
}

static void
hf_import_duplicates_dispose (GObject *object)
{
  HfImportDuplicates *self = HF_IMPORT_DUPLICATES (object);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_IMPORT_DUPLICATES);
  g_clear_pointer (&self->decisions, g_hash_table_unref);
  G_OBJECT_CLASS (hf_import_duplicates_parent_class)->dispose (object);
}

static void
hf_import_duplicates_class_init (HfImportDuplicatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_import_duplicates_dispose;
  g_type_ensure (HF_TYPE_IMPORT_DUPLICATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/import/hf-import-duplicates.ui");
  gtk_widget_class_bind_template_child (widget_class, HfImportDuplicates, kinds);
  gtk_widget_class_bind_template_child (widget_class, HfImportDuplicates, kept);
  gtk_widget_class_bind_template_child (widget_class, HfImportDuplicates, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_import_duplicates_init (HfImportDuplicates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->decisions = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    {
      g_autoptr (GtkStringList) labels = list_policies (NULL);
      GtkWidget *row = adw_combo_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     hf_choice_label (hf_import_likenesses, i));
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
      adw_preferences_group_add (self->kinds, row);
      self->policies[i] = ADW_COMBO_ROW (row);
    }
  hf_import_duplicates_reset (self);
}

/**
 * hf_import_duplicates_reset:
 * @self: the duplicates
 *
 * Begins with another file: what is usual is chosen, and no row is decided apart.
 */
void
hf_import_duplicates_reset (HfImportDuplicates *self)
{
  g_autoptr (HfImportRequest) usual = hf_import_request_new ("", &hf_import_customers, NULL);
  g_hash_table_remove_all (self->decisions);
  g_list_store_remove_all (self->rows);
  for (guint i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    adw_combo_row_set_selected (self->policies[i], usual->policies[i]);
}

static int
find_decision (HfImportDuplicates *self, guint row)
{
  gpointer policy;
  return g_hash_table_lookup_extended (self->decisions, GUINT_TO_POINTER (row), NULL, &policy)
             ? GPOINTER_TO_INT (policy)
             : HF_IMPORT_UNDECIDED;
}

/**
 * hf_import_duplicates_show:
 * @self: the duplicates
 * @result: what a trial found
 *
 * Shows how many rows are like known customers, and the first of them.
 *
 * Returns: %FALSE where there are none
 */
gboolean
hf_import_duplicates_show (HfImportDuplicates *self, const HfImportResult *result)
{
  gint64 n_alike = 0;
  for (guint i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    {
      g_autofree char *words = hf_import_words_alike (result->n_alike[i]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->policies[i]), words);
      gtk_widget_set_visible (GTK_WIDGET (self->policies[i]), result->n_alike[i] > 0);
      n_alike += result->n_alike[i];
    }
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < result->duplicates->len; i++)
    {
      const HfImportDuplicate *duplicate = result->duplicates->pdata[i];
      g_ptr_array_add (
          rows, hf_import_duplicate_row_new (duplicate, find_decision (self, duplicate->row)));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  g_autofree char *kept = hf_import_words_listed (rows->len, n_alike);
  gtk_label_set_text (self->kept, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), *kept != '\0');
  return n_alike > 0;
}

/**
 * hf_import_duplicates_apply:
 * @self: the duplicates
 * @request: an import that is to be asked for
 *
 * Puts into it what was chosen.
 */
void
hf_import_duplicates_apply (HfImportDuplicates *self, HfImportRequest *request)
{
  GHashTableIter iter;
  gpointer row, policy;
  for (guint i = 0; i < HF_IMPORT_N_LIKENESSES; i++)
    request->policies[i] = adw_combo_row_get_selected (self->policies[i]);
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &row, &policy))
    hf_import_request_decide (request, GPOINTER_TO_UINT (row), GPOINTER_TO_INT (policy));
}
