#include "config.h"

#include "hf-promises-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-desk.h"
#include "hf-promise-chips.h"
#include "hf-promise-detail.h"
#include "hf-promise-line.h"
#include "hf-query-model.h"
#include "hf-query.h"
#include "hf-record-factory.h"
#include "hf-settings.h"
#include "hf-store-promises.h"
#include "hf-text.h"
#include "hf-time.h"
#include "hf-widget.h"

/* Who promised what to whom by when, and what became of it. */
struct _HfPromisesPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  GtkWidget *case_side;
  GtkEditable *search;
  HfPromiseChips *chips;
  GtkCheckButton *mine;
  GtkStack *list_stack;
  GtkLabel *list_failure;
  GtkLabel *none;
  GtkListView *list;
  GtkLabel *count;
  GtkStack *case_stack;
  HfPromiseDetail *detail;

  HfStore *store;
  GSettings *settings; /* NULL where no schema is installed */
  HfQueryModel *model;
  GtkSingleSelection *selection;
  GCancellable *counting;
  guint place;      /* where the last one was selected */
  gboolean working; /* keys are pressed in the list, one promise after the other */
};

enum
{
  PROP_STORE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfPromisesPage, hf_promises_page, GTK_TYPE_WIDGET)

/* Which promises are counted, and how many there are. */
typedef struct
{
  gint64 keeper_id;
  gint64 all[HF_PROMISES_N_SHOWN];
  gint64 shown[HF_PROMISES_N_SHOWN];
} Counts;

static void
show_line (GtkWidget *line, gpointer promise)
{
  hf_promise_line_set_promise (HF_PROMISE_LINE (line), promise);
}

static gint64
get_keeper_id (HfPromisesPage *self)
{
  return gtk_check_button_get_active (self->mine)
             ? hf_desk_get_staff_id (hf_store_get_uri (self->store))
             : 0;
}

static const char *
no_promise_words (HfPromisesPage *self)
{
  if (!hf_text_is_blank (gtk_editable_get_text (self->search)))
    return _ ("No promise fits.");
  switch (hf_promise_chips_get_chosen (self->chips))
    {
    case HF_PROMISES_OVERDUE:
      return _ ("No promise is overdue. Well done.");
    case HF_PROMISES_TODAY:
      return _ ("No promise falls due today.");
    case HF_PROMISES_OPEN:
      return _ ("No promise is waiting to be kept.");
    case HF_PROMISES_KEPT:
    case HF_PROMISES_LATE:
    case HF_PROMISES_BROKEN:
    case HF_PROMISES_RELEASED:
    case HF_PROMISES_ALL:
    default:
      return _ ("No promise fits.");
    }
}

static void
update_count (HfPromisesPage *self)
{
  guint n_promises = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const GError *error = hf_query_model_get_error (self->model);
  g_autofree char *text = g_strdup_printf (ngettext ("%u promise", "%u promises", n_promises),
                                           n_promises);
  gtk_label_set_text (self->count, text);
  gtk_label_set_text (self->none, no_promise_words (self));
  if (error != NULL)
    gtk_label_set_text (self->list_failure, hf_store_error_words (error));
  gtk_stack_set_visible_child_name (self->list_stack, n_promises > 0  ? "list"
                                                      : error != NULL ? "failure"
                                                                      : "none");
}

static gpointer
count_promises (HfStoreSession *session, gpointer keeper_id, GError **error)
{
  g_autofree Counts *counts = g_new0 (Counts, 1);
  gint64 now = hf_time_now ();
  counts->keeper_id = *(gint64 *) keeper_id;
  if (!hf_store_promises_count (session, 0, now, counts->all, error))
    return NULL;
  if (counts->keeper_id == 0)
    memcpy (counts->shown, counts->all, sizeof counts->all);
  else if (!hf_store_promises_count (session, counts->keeper_id, now, counts->shown, error))
    return NULL;
  return g_steal_pointer (&counts);
}

static void
on_counted (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfPromisesPage) self = data;
  g_autofree Counts *counts = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (counts == NULL)
    return;
  gboolean any = counts->all[HF_PROMISES_ALL] > 0;
  hf_promise_chips_set_counts (self->chips, counts->shown);
  gtk_stack_set_visible_child_name (self->stack, any ? "log" : "empty");
}

static void
count (HfPromisesPage *self)
{
  gint64 keeper_id = get_keeper_id (self);
  hf_store_read_newest (self->store, &self->counting, count_promises,
                        g_memdup2 (&keeper_id, sizeof keeper_id), g_free, g_free, on_counted,
                        g_object_ref (self));
}

static void
remember (HfPromisesPage *self)
{
  HfPromiseShow show = hf_promise_chips_get_chosen (self->chips);
  if (self->settings == NULL)
    return;
  g_settings_set_string (self->settings, HF_SETTINGS_PROMISES_SHOWN,
                         hf_promise_shows[show].name);
  g_settings_set_boolean (self->settings, HF_SETTINGS_PROMISES_MINE,
                          gtk_check_button_get_active (self->mine));
}

static void
on_filter_changed (HfPromisesPage *self)
{
  if (self->model == NULL)
    return;
  HfPromiseFilter filter = {
    .show = hf_promise_chips_get_chosen (self->chips),
    .search = (char *) gtk_editable_get_text (self->search),
    .keeper_id = get_keeper_id (self),
    .now = hf_time_now (),
  };
  self->place = 0;
  hf_query_model_set_filter (self->model, &filter);
  remember (self);
  count (self);
  update_count (self);
}

/* What is overdue by now is judged anew. */
static void
on_changed (HfPromisesPage *self, guint topics)
{
  if ((topics & (HF_STORE_PROMISES | HF_STORE_STAFF)) != 0)
    count (self);
}

static void
show_promise (HfPromisesPage *self, gint64 id)
{
  hf_promise_detail_show (self->detail, id);
  gtk_stack_set_visible_child_name (self->case_stack, "detail");
}

/* What is selected shows beside the list, so that a key is meant for it. */
static void
on_selected (HfPromisesPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  gint64 id = position != GTK_INVALID_LIST_POSITION
                  ? hf_query_model_get_key (self->model, position)
                  : 0;
  if (id == 0)
    return;
  self->place = position;
  self->working = FALSE;
  show_promise (self, id);
}

static void
select_place (HfPromisesPage *self)
{
  guint n_promises = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (n_promises > 0
      && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, MIN (self->place, n_promises - 1));
}

static guint
find_shown (HfPromisesPage *self, guint n_promises)
{
  gint64 id = hf_promise_detail_get_id (self->detail);
  for (guint i = 0; i < n_promises; i++)
    if (hf_query_model_get_key (self->model, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* The selection stays on the promise that shows. What has ended goes from the list, and the
 * next one takes its place under the keys. */
static void
on_answered (HfPromisesPage *self)
{
  guint n_promises = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    return;
  guint position = find_shown (self, n_promises);
  gboolean goes_on = position == GTK_INVALID_LIST_POSITION && self->working && n_promises > 0;
  gtk_single_selection_set_selected (self->selection,
                                     goes_on ? MIN (self->place, n_promises - 1) : position);
  if (goes_on)
    on_selected (self);
}

static void
on_list_activated (GtkListView *list, guint position, HfPromisesPage *self)
{
  gint64 id = hf_query_model_get_key (self->model, position);
  if (id != 0)
    hf_promises_page_open (self, id);
}

static void
recall (HfPromisesPage *self)
{
  self->settings = hf_settings_new ();
  if (self->settings == NULL)
    return;
  g_autofree char *name = g_settings_get_string (self->settings, HF_SETTINGS_PROMISES_SHOWN);
  int show = hf_choice_find_name (hf_promise_shows, name);
  hf_promise_chips_choose (self->chips, show >= 0 ? (HfPromiseShow) show : HF_PROMISES_OPEN);
  gtk_check_button_set_active (
      self->mine, g_settings_get_boolean (self->settings, HF_SETTINGS_PROMISES_MINE));
}

static void
show_list (HfPromisesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = hf_record_factory_new (hf_promise_line_new,
                                                                  show_line);
  gtk_list_view_set_factory (self->list, factory);
  self->model = hf_query_model_new (self->store, &hf_query_promises);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::n-items", G_CALLBACK (on_answered), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::error", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  on_filter_changed (self);
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromisesPage *self = HF_PROMISES_PAGE (widget);
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (widget);
}

/* "page.keep" does "promise.keep" with the promise that shows. */
static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfPromisesPage *self = HF_PROMISES_PAGE (widget);
  self->working = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autofree char *wanted = g_strconcat ("promise.", strchr (action, '.') + 1, NULL);
  if (!gtk_widget_activate_action (GTK_WIDGET (self->detail), wanted, NULL))
    gtk_widget_error_bell (widget);
}

static gboolean
hf_promises_page_grab_focus (GtkWidget *widget)
{
  HfPromisesPage *self = HF_PROMISES_PAGE (widget);
  gboolean any = self->model != NULL
                 && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  return gtk_widget_grab_focus (any ? GTK_WIDGET (self->list) : GTK_WIDGET (self->chips));
}

static void
hf_promises_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_PROMISES_PAGE (object)->store);
}

static void
hf_promises_page_set_property (GObject *object, guint id, const GValue *value,
                               GParamSpec *pspec)
{
  HF_PROMISES_PAGE (object)->store = g_value_dup_object (value);
}

static void
hf_promises_page_constructed (GObject *object)
{
  HfPromisesPage *self = HF_PROMISES_PAGE (object);
  G_OBJECT_CLASS (hf_promises_page_parent_class)->constructed (object);
  if (self->store == NULL)
    return;
  hf_promise_detail_set_store (self->detail, self->store);
  recall (self);
  show_list (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
hf_promises_page_dispose (GObject *object)
{
  HfPromisesPage *self = HF_PROMISES_PAGE (object);
  hf_store_stop_reading (&self->counting);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_PROMISES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hf_promises_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const acts[] = { "page.keep", "page.break", "page.release",
                                      "page.anew", "page.give",  "page.reopen" };
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (klass, acts[i], NULL, act);
  gtk_widget_class_install_action (klass, "page.back", NULL, back);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "page.back", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, 0, "page.keep", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_b, 0, "page.break", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_r, 0, "page.release", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, 0, "page.anew", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_g, 0, "page.give", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, 0, "page.reopen", NULL);
}

static void
hf_promises_page_class_init (HfPromisesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_promises_page_get_property;
  object_class->set_property = hf_promises_page_set_property;
  object_class->constructed = hf_promises_page_constructed;
  object_class->dispose = hf_promises_page_dispose;
  widget_class->grab_focus = hf_promises_page_grab_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, HF_TYPE_STORE,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HF_TYPE_PROMISE_CHIPS);
  g_type_ensure (HF_TYPE_PROMISE_DETAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/promises/hf-promises-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, case_side);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, search);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, mine);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, list_failure);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, none);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, list);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, count);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, case_stack);
  gtk_widget_class_bind_template_child (widget_class, HfPromisesPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated);
  gtk_widget_class_bind_template_callback (widget_class, select_place);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_promises_page_init (HfPromisesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_promises_page_open:
 * @self: a page
 * @id: a promise's key
 *
 * Shows a promise.
 */
void
hf_promises_page_open (HfPromisesPage *self, gint64 id)
{
  show_promise (self, id);
  gtk_stack_set_visible_child_name (self->stack, "log");
  adw_leaflet_set_visible_child (self->leaflet, self->case_side);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/**
 * hf_promises_page_search:
 * @self: a page
 *
 * Puts the cursor into the entry that searches the promises.
 */
void
hf_promises_page_search (HfPromisesPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
