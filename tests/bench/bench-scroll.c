#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-customers.h"
#include "hf-column-rows.h"
#include "hf-customer-list.h"
#include "hf-customers-page.h"
#include "hf-query-item.h"
#include "hf-store.h"

/* The list of a million customers, as somebody scrolls it anywhere, sorts it and searches in
 * it: how long the main thread works at one go, during which nothing moves on the screen. What
 * counts is the thread's own time, since others may use the machine. The same is done to a list
 * of as many rows of GTK's own that ask nobody. 50 ms and two frames are what the program
 * promises.
 *
 * usage: bench-scroll CUSTOMERS.PY HUIFANGCTL, or bench-scroll DATABASE */
#define LONGEST_MS 50.0
#define RATIO_LIMIT 6.0
#define MOST_FRAMES 2
#define N_ROUNDS 3
#define N_DRAGS 60
#define PATIENCE (60 * G_USEC_PER_SEC)

/* The main thread's longest go at work, in milliseconds. */
typedef struct
{
  double longest;
  double longest_by_clock;
  const char *doing;   /* what was done then */
  const char *current; /* what is being done */
} Watch;

static double
milliseconds_of (clockid_t clock)
{
  struct timespec now;
  clock_gettime (clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Waiting for something to do takes none of the thread's time. */
static void
iterate (Watch *watch)
{
  gboolean pending = g_main_context_pending (NULL);
  double work = milliseconds_of (CLOCK_THREAD_CPUTIME_ID);
  double clock = milliseconds_of (CLOCK_MONOTONIC);
  g_main_context_iteration (NULL, TRUE);
  work = milliseconds_of (CLOCK_THREAD_CPUTIME_ID) - work;
  if (pending)
    watch->longest_by_clock = MAX (watch->longest_by_clock,
                                   milliseconds_of (CLOCK_MONOTONIC) - clock);
  if (work <= watch->longest)
    return;
  watch->longest = work;
  watch->doing = watch->current;
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  ++*(guint *) frames;
  return G_SOURCE_CONTINUE;
}

/* What is tried: a list in a window, of ours or of GTK's own. */
typedef struct
{
  GtkWindow *window;
  GtkColumnView *view;
  GtkAdjustment *scroll;
  HfCustomerList *list; /* NULL: GTK's own */
  Watch watch;
} Subject;

static void
run_frames (Subject *subject, guint count)
{
  guint frames = 0;
  guint id = gtk_widget_add_tick_callback (GTK_WIDGET (subject->window), count_frame, &frames,
                                           NULL);
  while (frames < count)
    iterate (&subject->watch);
  gtk_widget_remove_tick_callback (GTK_WIDGET (subject->window), id);
}

static GListModel *
get_model (Subject *subject)
{
  return G_LIST_MODEL (gtk_column_view_get_model (subject->view));
}

static gboolean
is_filled (Subject *subject, guint row)
{
  g_autoptr (HfQueryItem) item = g_list_model_get_item (get_model (subject), row);
  return item == NULL || hf_query_item_get_record (item) != NULL;
}

static gboolean
is_settled (Subject *subject)
{
  guint first, count;
  if (subject->list == NULL)
    return TRUE;
  if (!hf_customer_list_is_current (subject->list))
    return FALSE;
  return g_list_model_get_n_items (get_model (subject)) == 0
         || (hf_column_rows_get_span (subject->view, &first, &count)
             && is_filled (subject, first) && is_filled (subject, first + count - 1));
}

/* Until what was asked for is there, and every row that shows has its record. */
static void
settle (Subject *subject)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  run_frames (subject, 3);
  while (!is_settled (subject))
    {
      if (g_get_monotonic_time () > end)
        g_error ("%s does not end", subject->watch.current);
      run_frames (subject, 1);
    }
  run_frames (subject, 3);
}

static double
get_end (Subject *subject)
{
  return gtk_adjustment_get_upper (subject->scroll)
         - gtk_adjustment_get_page_size (subject->scroll);
}

static void
scroll_by (Subject *subject, const char *doing, double step, guint times)
{
  subject->watch.current = doing;
  for (guint i = 0; i < times; i++)
    {
      gtk_adjustment_set_value (subject->scroll,
                                gtk_adjustment_get_value (subject->scroll) + step);
      run_frames (subject, 1);
    }
  settle (subject);
}

static void
scroll_to (Subject *subject, const char *doing, double place)
{
  subject->watch.current = doing;
  gtk_adjustment_set_value (subject->scroll, place);
  settle (subject);
}

/* As the keys End and Home do: the row is selected and gone to. */
static void
go_to_row (Subject *subject, const char *doing, guint row)
{
  GtkWidget *rows = gtk_widget_get_first_child (GTK_WIDGET (subject->view));
  while (!GTK_IS_LIST_VIEW (rows))
    rows = gtk_widget_get_next_sibling (rows);
  subject->watch.current = doing;
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", row);
  gtk_widget_activate_action (rows, "list.select-item", "(ubb)", row, FALSE, FALSE);
  settle (subject);
}

/* The same places for both lists. */
static void
drag (Subject *subject, GRand *chance)
{
  subject->watch.current = "drag";
  for (guint i = 0; i < N_DRAGS; i++)
    {
      gtk_adjustment_set_value (subject->scroll, g_rand_double (chance) * get_end (subject));
      run_frames (subject, 1);
      if (i % 10 == 9)
        settle (subject);
    }
}

static void
scroll_anywhere (Subject *subject, GRand *chance)
{
  double page = gtk_adjustment_get_page_size (subject->scroll);
  scroll_by (subject, "wheel", page / 8, 40);
  scroll_by (subject, "page down", page, 20);
  scroll_to (subject, "to the middle", get_end (subject) / 2);
  scroll_by (subject, "wheel in the middle", -page / 8, 40);
  go_to_row (subject, "end", g_list_model_get_n_items (get_model (subject)) - 1);
  scroll_by (subject, "page up", -page, 20);
  go_to_row (subject, "home", 0);
  drag (subject, chance);
}

static void
sort (Subject *subject)
{
  HfCustomerFilterBar *bar = hf_customer_list_get_bar (subject->list);
  for (int order = HF_CUSTOMER_N_ORDERS - 1; order >= 0; order--)
    for (int descending = 0; descending < 2; descending++)
      {
        subject->watch.current = hf_customer_order_names[order];
        gint64 start = g_get_monotonic_time ();
        hf_customer_filter_bar_set_order (bar, hf_customer_order_names[order], descending);
        settle (subject);
        if (!descending)
          printf ("  sorted by %s: %.2f s\n", hf_customer_order_names[order],
                  (g_get_monotonic_time () - start) / 1e6);
        scroll_to (subject, subject->watch.current, get_end (subject) / 3);
      }
}

/* How many frames were painted since the first customer of an answer is known, until it shows.
 */
typedef struct
{
  Subject *subject;
  gboolean answered;
  gboolean shown;
  guint frames;
} Showing;

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  GtkWidget *found = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
on_record (HfQueryItem *first, GParamSpec *pspec, gpointer data)
{
  Showing *showing = data;
  showing->answered = hf_query_item_get_record (first) != NULL;
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  Showing *showing = data;
  if (!showing->answered || showing->shown)
    return;
  showing->frames++;
  g_autoptr (HfQueryItem) first = g_list_model_get_item (get_model (showing->subject), 0);
  HfCustomer *customer = first != NULL ? hf_query_item_get_record (first) : NULL;
  showing->shown = customer != NULL
                   && find_label (GTK_WIDGET (showing->subject->view), customer->code) != NULL;
}

static guint
search (Subject *subject, const char *typed)
{
  Showing showing = { .subject = subject };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (subject->window));
  gulong painted = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &showing);
  g_autoptr (HfQueryItem) first = g_list_model_get_item (get_model (subject), 0);
  gulong changed = g_signal_connect (first, "notify::record", G_CALLBACK (on_record), &showing);
  subject->watch.current = typed;
  hf_customer_filter_bar_set_search (hf_customer_list_get_bar (subject->list), typed);
  /* Nobody may be found. */
  while (!showing.shown
         && !(g_list_model_get_n_items (get_model (subject)) == 0 && is_settled (subject)))
    iterate (&subject->watch);
  g_signal_handler_disconnect (clock, painted);
  g_signal_handler_disconnect (first, changed);
  settle (subject);
  return showing.frames;
}

static guint
search_much (Subject *subject)
{
  static const char *const typed[] = { "王",       "王炳泉",    "w",     "wbq",
                                       "zhang",    "138",       "0000",  "C0012",
                                       "有限公司", "changchun", "李 12", "l" };
  guint most = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      guint frames = search (subject, typed[i]);
      most = MAX (most, frames);
      hf_customer_filter_bar_set_search (hf_customer_list_get_bar (subject->list), "");
      settle (subject);
    }
  return most;
}

static void
present (Subject *subject, GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), content);
  subject->window = GTK_WINDOW (window);
  subject->watch.current = "open";
  gtk_window_present (subject->window);
}

static void
make_list (Subject *subject, HfStore *store)
{
  HfCustomersPage *page = g_object_new (HF_TYPE_CUSTOMERS_PAGE, "store", store, NULL);
  subject->list = HF_CUSTOMER_LIST (
      gtk_widget_get_template_child (GTK_WIDGET (page), HF_TYPE_CUSTOMERS_PAGE, "list"));
  subject->view = GTK_COLUMN_VIEW (gtk_widget_get_template_child (
      GTK_WIDGET (subject->list), HF_TYPE_CUSTOMER_LIST, "view"));
  subject->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (subject->view));
  present (subject, GTK_WIDGET (page));
  settle (subject);
}

static void
on_plain_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("王炳泉"));
}

/* As many rows of one label that is always the same, in GTK's own list. */
static void
make_plain (Subject *subject, guint n_rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_plain_setup), NULL);
  GtkStringList *strings = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (same, (gpointer) "");
  g_ptr_array_add (same, NULL);
  gtk_string_list_splice (strings, 0, 0, (const char *const *) same->pdata);
  subject->view = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (strings)))));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Name", factory);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (subject->view, column);
  GtkWidget *window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (subject->view));
  subject->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (subject->view));
  present (subject, window);
  settle (subject);
}

/* The least of some rounds: what else the machine does disturbs not all of them. */
static void
take_least (Watch *least, const Watch *watch)
{
  if (least->doing == NULL || watch->longest < least->longest)
    *least = *watch;
}

static gboolean
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfStore) store = hf_store_open (path, HF_STORE_OPEN_EXISTING, &error);
  if (store == NULL)
    g_error ("cannot open the database: %s", error->message);
  Subject ours = { 0 }, plain = { 0 };
  make_list (&ours, store);
  guint n_rows = g_list_model_get_n_items (get_model (&ours));
  double opened = ours.watch.longest;
  ours.watch = (Watch){ 0 };
  sort (&ours);
  Watch sorted = ours.watch, scrolled = { 0 }, idle = { 0 };
  ours.watch = (Watch){ 0 };
  guint frames = search_much (&ours);
  Watch searched = ours.watch;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (i);
      ours.watch = (Watch){ 0 };
      scroll_anywhere (&ours, chance);
      take_least (&scrolled, &ours.watch);
    }
  gtk_window_destroy (ours.window);
  make_plain (&plain, n_rows);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (i);
      plain.watch = (Watch){ 0 };
      scroll_anywhere (&plain, chance);
      take_least (&idle, &plain.watch);
    }
  gtk_window_destroy (plain.window);
  double ratio = scrolled.longest / idle.longest;
  printf ("opened: %.1f ms at one go\n", opened);
  printf ("sorted %u customers: %.1f ms at one go (%s; limit %.0f ms)\n", n_rows,
          sorted.longest, sorted.doing, LONGEST_MS);
  printf (
      "searched: %.1f ms at one go (%s; limit %.0f ms), shown within %u frames (limit %d)\n",
      searched.longest, searched.doing, LONGEST_MS, frames, MOST_FRAMES);
  printf ("scrolled: %.1f ms at one go (%s; limit %.0f ms), by the clock %.1f ms; "
          "GTK's own list %.1f ms (%s): %.1fx (limit %.1fx)\n",
          scrolled.longest, scrolled.doing, LONGEST_MS, scrolled.longest_by_clock, idle.longest,
          idle.doing, ratio, RATIO_LIMIT);
  return MAX (scrolled.longest, MAX (sorted.longest, searched.longest)) <= LONGEST_MS
         && ratio <= RATIO_LIMIT && frames <= MOST_FRAMES;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("hf-bench-XXXXXX", NULL);
  if (!gtk_init_check ())
    {
      printf ("there is no display\n");
      return 77;
    }
  adw_init ();
  g_autofree char *path = argc > 2
                              ? bench_customers_make (folder, argv[1], argv[2], BENCH_MILLION)
                              : g_strdup (argv[1]);
  gboolean quick = measure (path);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  return system (command) == 0 && quick ? 0 : 1;
}
