#include "config.h"

#include "hf-find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-find-item.h"
#include "hf-find-open.h"
#include "hf-find-row.h"
#include "hf-find-words.h"
#include "hf-store-error.h"
#include "hf-store-find.h"
#include "hf-text.h"
#include "hf-widget.h"

/* A quicker answer is shown without a spinner before it. */
#define PATIENCE_MS 250
#define MAX_OPENED 8
#define PAGE_ROWS 8

#define START_CALL "win.start-interview"
#define LOG_CALL "win.log-call"

/* Finds everything from everywhere: an entry over the window, and below it what was found. */
struct _HfFind
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkLabel *nothing;
  GtkLabel *failure;

  GListStore *items; /* (element-type HfFindItem) */
  HfStore *store;    /* NULL until a database is open */
  GCancellable *search;
  char *asked;             /* what it is looked for */
  char *answered;          /* what the list that shows was looked for; NULL: nothing yet */
  char *hurried;           /* what stood there at an Enter that came before the answer */
  GArray *opened;          /* (element-type gint64): customers, the last one first */
  GtkWidget *focus_before; /* weak */
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (HfFind, hf_find, GTK_TYPE_WIDGET)

/* What is asked in a worker thread. */
typedef struct
{
  char *typed;
  gint64 opened[MAX_OPENED];
  gsize n_opened;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;
  g_free (question->typed);
  g_free (question);
}

static gpointer
answer (HfStoreSession *session, gpointer input, GError **error)
{
  const Question *question = input;
  if (hf_text_is_blank (question->typed))
    return hf_store_find_recent (session, question->opened, question->n_opened, error);
  return hf_store_find (session, question->typed, error);
}

static void
set_busy (HfFind *self, gboolean busy)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
}

static void
add_findings (HfFind *self, GPtrArray *items, const GPtrArray *findings, gboolean recent)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      HfFinding *finding = findings->pdata[i];
      const HfFinding *before = i > 0 ? findings->pdata[i - 1] : NULL;
      gboolean first = before == NULL || before->kind != finding->kind;
      const char *heading = first ? hf_find_words_heading (finding->kind, recent) : NULL;
      g_ptr_array_add (items, hf_find_item_new (finding, NULL, heading));
    }
}

static void
add_commands (GPtrArray *items, const char *typed)
{
  gsize n_commands;
  const HfFindCommand *commands = hf_find_commands (&n_commands);
  gboolean all = hf_text_is_blank (typed);
  const char *heading = _ ("Pages and commands");
  for (gsize i = 0; i < n_commands; i++)
    if (all || hf_find_command_matches (&commands[i], typed))
      {
        g_ptr_array_add (items, hf_find_item_new (NULL, &commands[i], heading));
        heading = NULL;
      }
}

static void
describe_selected (HfFind *self)
{
  HfFindItem *item = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *title = NULL;
  if (item != NULL && hf_find_item_get_finding (item) != NULL)
    title = hf_find_words_title (hf_find_item_get_finding (item));
  else if (item != NULL)
    title = g_strdup (hf_find_command_label (hf_find_item_get_command (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  title != NULL ? title : "", -1);
}

static void
select_row (HfFind *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  describe_selected (self);
}

/* @findings: (nullable) */
static void
show_found (HfFind *self, const GPtrArray *findings)
{
  const char *typed = gtk_editable_get_text (self->entry);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  add_findings (self, items, findings, hf_text_is_blank (typed));
  add_commands (items, typed);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  if (items->len > 0)
    {
      gtk_label_set_text (self->nothing, "");
      gtk_stack_set_visible_child_name (self->stack, "found");
      select_row (self, 0);
      return;
    }
  /* Translators: what was typed into the search. */
  g_autofree char *words = g_strdup_printf (_ ("Nothing is found for “%s”"), typed);
  gtk_label_set_text (self->nothing, words);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
activate (HfFind *self, guint position)
{
  g_autoptr (HfFindItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item == NULL)
    return;
  hf_find_close (self);
  hf_find_item_open (item, GTK_WIDGET (self));
}

/* Enter opens what was typed, not what an older list has at its top. */
static void
settle (HfFind *self)
{
  self->answered = g_steal_pointer (&self->asked);
  if (g_strcmp0 (self->hurried, self->answered) == 0 && hf_find_is_answered (self))
    activate (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfFind) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = hf_store_run_finish (HF_STORE (source), result, &error);
  /* Somebody has typed on, and another answer is under way. */
  if (g_error_matches (error, HF_STORE_ERROR, HF_STORE_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (findings != NULL)
    {
      show_found (self, findings);
      settle (self);
      return;
    }
  self->answered = g_steal_pointer (&self->asked);
  gtk_label_set_text (self->failure, hf_store_error_words (error));
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static gboolean
on_patience (gpointer data)
{
  HfFind *self = data;
  self->patience_source = 0;
  set_busy (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
stop_search (HfFind *self)
{
  hf_store_stop_reading (&self->search);
  set_busy (self, FALSE);
}

static void
search (HfFind *self)
{
  stop_search (self);
  g_free (self->asked);
  g_clear_pointer (&self->answered, g_free);
  self->asked = g_strdup (gtk_editable_get_text (self->entry));
  if (self->store == NULL)
    {
      show_found (self, NULL);
      settle (self);
      return;
    }
  Question *question = g_new0 (Question, 1);
  question->typed = g_strdup (self->asked);
  question->n_opened = self->opened->len;
  for (guint i = 0; i < self->opened->len; i++)
    question->opened[i] = g_array_index (self->opened, gint64, i);
  self->patience_source = g_timeout_add (PATIENCE_MS, on_patience, self);
  hf_store_read_newest (self->store, &self->search, answer, question, question_free,
                        (GDestroyNotify) g_ptr_array_unref, on_answer, g_object_ref (self));
}

static void
on_search_changed (HfFind *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    search (self);
}

/* A click; a row that is only pointed at is not selected, so that Enter opens what it seems to.
 */
static void
activate_row (GtkWidget *widget, const char *action, GVariant *position)
{
  activate (HF_FIND (widget), g_variant_get_uint32 (position));
}

static void
on_entry_activated (HfFind *self)
{
  g_clear_pointer (&self->hurried, g_free);
  if (hf_find_is_answered (self))
    activate (self, gtk_single_selection_get_selected (self->selection));
  else
    self->hurried = g_strdup (gtk_editable_get_text (self->entry));
}

/* A call that happened can be logged, whether or not there should be another. */
static void
call (HfFind *self, const char *action)
{
  HfFindItem *item = gtk_single_selection_get_selected_item (self->selection);
  const HfFinding *finding = item != NULL ? hf_find_item_get_finding (item) : NULL;
  gboolean starts = strcmp (action, START_CALL) == 0;
  if (!hf_find_is_answered (self) || finding == NULL || finding->customer_id == 0
      || (starts && finding->do_not_call))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  gint64 customer_id = finding->customer_id;
  hf_find_close (self);
  gtk_widget_activate_action (GTK_WIDGET (self), action, "x", customer_id);
}

/* Beyond the last row is the first one. */
static void
move (HfFind *self, int rows)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  int selected = gtk_single_selection_get_selected (self->selection);
  if (n_items == 0)
    return;
  if (ABS (rows) == 1)
    select_row (self, (selected + rows + n_items) % n_items);
  else
    select_row (self, CLAMP (selected + rows, 0, n_items - 1));
}

/* The entry keeps the keyboard; these keys it has no use for. */
static gboolean
on_key (HfFind *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move (self, -PAGE_ROWS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move (self, PAGE_ROWS);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (control)
        call (self, START_CALL);
      return control;
    case GDK_KEY_l:
      if (control)
        call (self, LOG_CALL);
      return control;
    /* There is nowhere else to go to. */
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_pressed (HfFind *self, int n_press, double x, double y)
{
  if (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (self))
    hf_find_close (self);
}

static void
hf_find_dispose (GObject *object)
{
  HfFind *self = HF_FIND (object);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  hf_store_stop_reading (&self->search);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_object (&self->store);
  g_clear_object (&self->items);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_FIND);
  G_OBJECT_CLASS (hf_find_parent_class)->dispose (object);
}

static void
hf_find_finalize (GObject *object)
{
  HfFind *self = HF_FIND (object);
  g_array_unref (self->opened);
  g_free (self->asked);
  g_free (self->answered);
  g_free (self->hurried);
  G_OBJECT_CLASS (hf_find_parent_class)->finalize (object);
}

static void
hf_find_class_init (HfFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_find_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_find_finalize;
  g_type_ensure (HF_TYPE_FIND_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/find/hf-find.ui");
  gtk_widget_class_bind_template_child (widget_class, HfFind, entry);
  gtk_widget_class_bind_template_child (widget_class, HfFind, spinner);
  gtk_widget_class_bind_template_child (widget_class, HfFind, stack);
  gtk_widget_class_bind_template_child (widget_class, HfFind, view);
  gtk_widget_class_bind_template_child (widget_class, HfFind, selection);
  gtk_widget_class_bind_template_child (widget_class, HfFind, nothing);
  gtk_widget_class_bind_template_child (widget_class, HfFind, failure);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "find.activate", "u", activate_row);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, hf_find_close);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "find");
}

static void
hf_find_init (HfFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opened = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_list_store_new (HF_TYPE_FIND_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
}

/**
 * hf_find_set_store:
 * @self: the search
 * @store: (nullable): a database, %NULL before one is open
 *
 * Says where it is looked for; who was looked at in another database is forgotten.
 */
void
hf_find_set_store (HfFind *self, HfStore *store)
{
  if (!g_set_object (&self->store, store))
    return;
  stop_search (self);
  g_array_set_size (self->opened, 0);
}

/**
 * hf_find_open:
 * @self: the search
 *
 * Shows the search over the window, with the keyboard in it.
 */
void
hf_find_open (HfFind *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      g_set_weak_pointer (&self->focus_before, gtk_root_get_focus (root));
      gtk_editable_set_text (self->entry, "");
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      search (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * hf_find_close:
 * @self: the search
 *
 * Takes the search away; the keyboard goes where it was.
 */
void
hf_find_close (HfFind *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  stop_search (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->hurried, g_free);
}

/**
 * hf_find_remember:
 * @self: the search
 * @customer_id: a customer who is looked at
 *
 * Shows the customer first when the search is opened the next time.
 */
void
hf_find_remember (HfFind *self, gint64 customer_id)
{
  for (guint i = 0; i < self->opened->len; i++)
    if (g_array_index (self->opened, gint64, i) == customer_id)
      {
        g_array_remove_index (self->opened, i);
        break;
      }
  g_array_prepend_val (self->opened, customer_id);
  g_array_set_size (self->opened, MIN (self->opened->len, MAX_OPENED));
}

/**
 * hf_find_is_answered:
 * @self: the search
 *
 * Tells whether what shows was found for what is typed, and not for what was typed before.
 *
 * Returns: whether it was
 */
gboolean
hf_find_is_answered (HfFind *self)
{
  return g_strcmp0 (self->answered, gtk_editable_get_text (self->entry)) == 0;
}
