#include "config.h"

#include "hf-complaints-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-complaint-chips.h"
#include "hf-complaint-detail.h"
#include "hf-complaint-editor.h"
#include "hf-complaint-row.h"
#include "hf-dialogs.h"
#include "hf-hint-bar.h"
#include "hf-hint-closures.h"
#include "hf-query-item.h"
#include "hf-query-model.h"
#include "hf-query.h"
#include "hf-record-factory.h"
#include "hf-silent-meter.h"
#include "hf-store-complaints.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

struct _HfComplaintsPage
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *case_side;
  GtkWidget *list_side;
  GtkEditable *search;
  GtkToggleButton *show_late;
  GtkToggleButton *show_escalated;
  GtkToggleButton *show_open;
  GtkToggleButton *show_all;
  HfComplaintChips *chips;
  GtkStack *list_stack;
  GtkLabel *list_failure;
  GtkLabel *none;
  GtkListView *list;
  GtkLabel *count;
  GtkStack *case_stack;
  HfComplaintDetail *detail;
  HfComplaintEditor *editor;
  HfSilentMeter *meter;
  HfHintBar *hints;

  HfStore *store;
  HfQueryModel *model;
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfComplaintsPage, hf_complaints_page, GTK_TYPE_WIDGET)

static void
show_row (GtkWidget *row, gpointer complaint)
{
  hf_complaint_row_set_complaint (HF_COMPLAINT_ROW (row), complaint);
}

static void
show_case (HfComplaintsPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->case_stack, name);
  adw_leaflet_set_visible_child (self->leaflet, self->case_side);
}

static void
on_list_activated (GtkListView *list, guint position, HfComplaintsPage *self)
{
  g_autoptr (HfQueryItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const HfComplaint *complaint = item != NULL ? hf_query_item_get_record (item) : NULL;
  if (complaint != NULL)
    hf_complaints_page_open (self, complaint->id);
}

/* Why there is nothing in the list. */
static const char *
none_words (HfComplaintsPage *self)
{
  if (!hf_text_is_blank (gtk_editable_get_text (self->search))
      || gtk_widget_get_visible (GTK_WIDGET (self->chips)))
    return _ ("No complaint fits.");
  if (gtk_toggle_button_get_active (self->show_open))
    return _ ("No complaint is open.");
  if (gtk_toggle_button_get_active (self->show_late))
    return _ ("No complaint is late. Well done.");
  if (gtk_toggle_button_get_active (self->show_escalated))
    return _ ("No complaint is escalated.");
  return _ ("No complaint was taken yet.");
}

static void
update_count (HfComplaintsPage *self)
{
  guint n_complaints = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u complaint", "%u complaints", n_complaints), n_complaints);
  gtk_label_set_text (self->count, text);
  const GError *error = hf_query_model_get_error (self->model);
  gtk_label_set_text (self->none, none_words (self));
  if (error != NULL)
    gtk_label_set_text (self->list_failure, hf_store_error_words (error));
  gtk_stack_set_visible_child_name (self->list_stack, n_complaints > 0 ? "list"
                                                      : error != NULL  ? "failure"
                                                                       : "none");
}

static void
on_filter_changed (HfComplaintsPage *self)
{
  if (self->model == NULL)
    return;
  HfComplaintFilter filter = {
    .search = (char *) gtk_editable_get_text (self->search),
    .only_open = gtk_toggle_button_get_active (self->show_open),
    .only_late = gtk_toggle_button_get_active (self->show_late),
    .only_escalated = gtk_toggle_button_get_active (self->show_escalated),
    .now = hf_time_now (),
  };
  hf_complaint_chips_narrow (self->chips, &filter);
  hf_query_model_set_filter (self->model, &filter);
  gtk_label_set_text (self->none, none_words (self));
}

static void
show_list (HfComplaintsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = hf_record_factory_new (hf_complaint_row_new,
                                                                  show_row);
  gtk_list_view_set_factory (self->list, factory);

  self->model = hf_query_model_new (self->store, &hf_query_complaints);
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (
      g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::error", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  on_filter_changed (self);
  update_count (self);
}

/* The focus may not stay on what is hidden: no key would work. */
static void
show_list_side (HfComplaintsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (any ? GTK_WIDGET (self->list) : GTK_WIDGET (self->search));
}

static void
on_editor_saved (HfComplaintEditor *editor, gint64 id, HfComplaintsPage *self)
{
  hf_complaints_page_open (self, id);
  hf_dialogs_toast (GTK_WIDGET (self), _ ("Complaint saved"));
}

static void
on_hint (HfComplaintsPage *self, HfComplaintHint *hint)
{
  g_autoptr (HfComplaint) complaint = hf_hint_make_complaint (hint);
  show_case (self, "editor");
  hf_complaint_editor_start_with (self->editor, complaint);
}

static void
on_editor_cancelled (HfComplaintsPage *self)
{
  gboolean any = hf_complaint_detail_get_id (self->detail) != 0;
  gtk_stack_set_visible_child_name (self->case_stack, any ? "detail" : "empty");
  show_list_side (self);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_list_side (HF_COMPLAINTS_PAGE (widget));
}

static void
hf_complaints_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_COMPLAINTS_PAGE (object)->store);
}

static void
hf_complaints_page_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  HF_COMPLAINTS_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_complaints_page_constructed (GObject *object)
{
  HfComplaintsPage *self = HF_COMPLAINTS_PAGE (object);
  G_OBJECT_CLASS (hf_complaints_page_parent_class)->constructed (object);
  if (self->store == NULL)
    return;
  hf_complaint_detail_set_store (self->detail, self->store);
  hf_complaint_editor_set_store (self->editor, self->store);
  hf_silent_meter_set_store (self->meter, self->store);
  hf_hint_bar_set_store (self->hints, self->store);
  show_list (self);
}

static void
hf_complaints_page_dispose (GObject *object)
{
  HfComplaintsPage *self = HF_COMPLAINTS_PAGE (object);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINTS_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_complaints_page_parent_class)->dispose (object);
}

static void
hf_complaints_page_class_init (HfComplaintsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_complaints_page_get_property;
  object_class->set_property = hf_complaints_page_set_property;
  object_class->constructed = hf_complaints_page_constructed;
  object_class->dispose = hf_complaints_page_dispose;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_COMPLAINT_CHIPS);
  g_type_ensure (HF_TYPE_COMPLAINT_DETAIL);
  g_type_ensure (HF_TYPE_COMPLAINT_EDITOR);
  g_type_ensure (HF_TYPE_HINT_BAR);
  g_type_ensure (HF_TYPE_SILENT_METER);
  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, case_side);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, search);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, show_late);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, show_escalated);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, show_open);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, show_all);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, list_failure);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, none);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, list);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, count);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, case_stack);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, editor);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, meter);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintsPage, hints);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_hint);
  gtk_widget_class_bind_template_callback (widget_class, on_editor_cancelled);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.back", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaints_page_init (HfComplaintsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaints_page_open:
 * @self: a page
 * @id: a complaint's key
 *
 * Shows a complaint.
 */
void
hf_complaints_page_open (HfComplaintsPage *self, gint64 id)
{
  hf_complaint_detail_show (self->detail, id);
  show_case (self, "detail");
  gtk_widget_grab_focus (GTK_WIDGET (self->detail));
}

/**
 * hf_complaints_page_new_complaint:
 * @self: a page
 *
 * Shows the form for a new complaint, with what was typed and not saved.
 */
void
hf_complaints_page_new_complaint (HfComplaintsPage *self)
{
  hf_complaints_page_new_complaint_of (self, 0);
}

/**
 * hf_complaints_page_new_complaint_of:
 * @self: a page
 * @customer_id: who complains, 0 where that is not known yet
 *
 * Shows the form for a customer's new complaint, with what was typed and not saved.
 */
void
hf_complaints_page_new_complaint_of (HfComplaintsPage *self, gint64 customer_id)
{
  if (self->store == NULL)
    return;
  show_case (self, "editor");
  hf_complaint_editor_start (self->editor, customer_id);
}

static void
show_only (HfComplaintsPage *self, GtkToggleButton *which, const char *expression)
{
  gtk_editable_set_text (self->search, "");
  gtk_toggle_button_set_active (which, TRUE);
  hf_complaint_chips_set_expression (self->chips, expression);
  if (self->model != NULL)
    show_list_side (self);
}

/**
 * hf_complaints_page_show_escalated:
 * @self: a page
 *
 * Lists the complaints that are escalated.
 */
void
hf_complaints_page_show_escalated (HfComplaintsPage *self)
{
  show_only (self, self->show_escalated, "");
}

/**
 * hf_complaints_page_filter:
 * @self: a page
 * @expression: what hf_complaint_chips_set_expression() reads
 *
 * Lists the complaints that another page has counted, open and closed.
 */
void
hf_complaints_page_filter (HfComplaintsPage *self, const char *expression)
{
  show_only (self, self->show_all, expression);
}

/**
 * hf_complaints_page_search:
 * @self: a page
 *
 * Puts the cursor into the entry that searches the complaints.
 */
void
hf_complaints_page_search (HfComplaintsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * hf_complaints_page_take_care:
 * @self: a page
 *
 * Notes that who works here takes care of the complaint that shows.
 *
 * Returns: whether one shows that waits for somebody
 */
gboolean
hf_complaints_page_take_care (HfComplaintsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->case_stack), "detail") == 0
         && hf_complaint_detail_take_care (self->detail);
}
