#include "config.h"

#include <adwaita.h>

#include "hf-call-list-window.h"
#include "hf-store-campaigns.h"
#include "hf-store-customers.h"
#include "hf-store-staff.h"
#include "hf-test-store.h"
#include "hf-test-ui.h"
#include "hf-text.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* A list of two customers that is open in a window, for 李明 to call. */
typedef struct
{
  HfTestStore base;
  HfCampaign *campaign;
  gint64 li, wang;
  GtkWidget *window; /* weak: NULL when it is closed */
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static gpointer
fill (HfStoreSession *session, gpointer data, GError **error)
{
  Fixture *fixture = data;
  gint64 n_called = 0;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HfCustomer) customer = hf_customer_new ();
      customer->code = g_strdup_printf ("C%d", i);
      if (!hf_store_customers_save (session, customer, error))
        return NULL;
    }
  if (!hf_store_staff_ensure (session, "李明", 0, &fixture->li, error)
      || !hf_store_staff_ensure (session, "王芳", 0, &fixture->wang, error))
    return NULL;
  fixture->campaign = hf_campaign_new ();
  fixture->campaign->name = g_strdup ("春");
  g_array_append_val (fixture->campaign->staff, fixture->li);
  return hf_store_campaigns_make (session, fixture->campaign, NULL, &n_called, error)
             ? HF_STORE_DONE
             : NULL;
}

static gpointer
read_list (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_campaigns_get (session, *(gint64 *) id, error);
}

static HfCampaign *
get_list (Fixture *fixture)
{
  return hf_test_store_run (&fixture->base, HF_STORE_READ, read_list, &fixture->campaign->id);
}

static gpointer
save_list (HfStoreSession *session, gpointer campaign, GError **error)
{
  return hf_store_campaigns_save (session, campaign, error) ? HF_STORE_DONE : NULL;
}

static gpointer
part (gpointer widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
wait_until (Fixture *fixture, Condition holds)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  while (!holds (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (holds (fixture));
}

static gboolean
is_shown (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (part (fixture->window, "stack")), "list")
         == 0;
}

static gboolean
is_closed (Fixture *fixture)
{
  return fixture->window == NULL;
}

static gboolean
asks_which (Fixture *fixture)
{
  return gtk_widget_get_visible (part (fixture->window, "clash"));
}

static gboolean
shows_theirs (Fixture *fixture)
{
  return g_strcmp0 (gtk_editable_get_text (part (part (fixture->window, "terms"), "deadline")),
                    "2026-06-01")
         == 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  hf_test_store_set_up (&fixture->base, data);
  hf_test_store_run (&fixture->base, HF_STORE_WRITE, fill, fixture);
  GtkWidget *nothing = g_object_ref_sink (gtk_label_new (NULL));
  fixture->window = GTK_WIDGET (
      hf_call_list_window_new (nothing, fixture->base.store, fixture->campaign->id));
  g_object_unref (nothing);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (fixture, is_shown);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->campaign);
  hf_test_store_tear_down (&fixture->base, data);
}

static void
type (Fixture *fixture, const char *field, const char *words)
{
  gtk_editable_set_text (part (part (fixture->window, "terms"), field), words);
}

static GtkCheckButton *
find_check (GtkWidget *widget, guint *position)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return (*position)-- == 0 ? GTK_CHECK_BUTTON (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, position);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Staff stand in the order of their names: 李明, 王芳. */
static void
name_staff (Fixture *fixture, guint position, gboolean named)
{
  gtk_check_button_set_active (find_check (part (fixture->window, "staff"), &position), named);
}

/* What another manager stores in the meantime. */
static void
change_elsewhere (Fixture *fixture, const char *deadline, guint quota)
{
  g_autoptr (HfCampaign) theirs = get_list (fixture);
  hf_text_set (&theirs->deadline_on, deadline);
  theirs->quota[HF_LOYALTY_A] = quota;
  hf_test_store_run (&fixture->base, HF_STORE_WRITE, save_list, theirs);
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "list.save", NULL);
}

static void
test_all_terms_change (Fixture *fixture, gconstpointer data)
{
  type (fixture, "name", "夏");
  type (fixture, "deadline", "2026-05-01");
  name_staff (fixture, 0, FALSE);
  name_staff (fixture, 1, TRUE);
  save (fixture);
  wait_until (fixture, is_closed);
  g_autoptr (HfCampaign) stored = get_list (fixture);
  g_assert_cmpstr (stored->name, ==, "夏");
  g_assert_cmpstr (stored->deadline_on, ==, "2026-05-01");
  g_assert_cmpuint (stored->staff->len, ==, 1);
  g_assert_cmpint (g_array_index (stored->staff, gint64, 0), ==, fixture->wang);
}

/* Different parts were changed: both changes hold, and nothing is asked. */
static void
test_other_parts_are_kept (Fixture *fixture, gconstpointer data)
{
  type (fixture, "name", "夏");
  change_elsewhere (fixture, "2026-06-01", 9);
  wait_until (fixture, shows_theirs);
  g_assert_false (asks_which (fixture));
  save (fixture);
  wait_until (fixture, is_closed);
  g_autoptr (HfCampaign) stored = get_list (fixture);
  g_assert_cmpstr (stored->name, ==, "夏");
  g_assert_cmpstr (stored->deadline_on, ==, "2026-06-01");
  g_assert_cmpuint (stored->quota[HF_LOYALTY_A], ==, 9);
}

static void
let_clash (Fixture *fixture)
{
  type (fixture, "name", "夏");
  type (fixture, "deadline", "2026-05-01");
  change_elsewhere (fixture, "2026-06-01", 9);
  wait_until (fixture, asks_which);
  g_assert_nonnull (g_strstr_len (gtk_label_get_text (part (fixture->window, "clash_words")),
                                  -1, "Deadline: yours “2026-05-01”, theirs “2026-06-01”"));
}

static void
choose (Fixture *fixture, const char *whose)
{
  gtk_toggle_button_set_active (part (fixture->window, whose), TRUE);
}

static void
assert_stored (Fixture *fixture, const char *deadline)
{
  save (fixture);
  wait_until (fixture, is_closed);
  g_autoptr (HfCampaign) stored = get_list (fixture);
  g_assert_cmpstr (stored->name, ==, "夏");
  g_assert_cmpstr (stored->deadline_on, ==, deadline);
  g_assert_cmpuint (stored->quota[HF_LOYALTY_A], ==, 9);
}

/* Nothing is stored before it is said which holds. */
static void
test_mine_is_kept (Fixture *fixture, gconstpointer data)
{
  let_clash (fixture);
  save (fixture);
  g_autoptr (HfCampaign) theirs = get_list (fixture);
  g_assert_cmpstr (theirs->name, ==, "春");
  choose (fixture, "mine_shown");
  assert_stored (fixture, "2026-05-01");
}

static void
test_theirs_is_taken (Fixture *fixture, gconstpointer data)
{
  let_clash (fixture);
  choose (fixture, "theirs_shown");
  g_assert_true (shows_theirs (fixture));
  assert_stored (fixture, "2026-06-01");
}

/* Whoever looks at theirs goes back to what they typed themselves. */
static void
test_looking_loses_nothing (Fixture *fixture, gconstpointer data)
{
  let_clash (fixture);
  choose (fixture, "mine_shown");
  type (fixture, "deadline", "2026-05-02");
  choose (fixture, "theirs_shown");
  choose (fixture, "mine_shown");
  assert_stored (fixture, "2026-05-02");
}

/* Somebody else is faster than the signal of their change. */
static void
test_save_that_comes_second (Fixture *fixture, gconstpointer data)
{
  type (fixture, "name", "夏");
  change_elsewhere (fixture, "2026-06-01", 0);
  save (fixture);
  wait_until (fixture, is_closed);
  g_autoptr (HfCampaign) stored = get_list (fixture);
  g_assert_cmpstr (stored->name, ==, "夏");
  g_assert_cmpstr (stored->deadline_on, ==, "2026-06-01");
}

int
main (int argc, char *argv[])
{
  hf_test_ui_init (&argc, &argv);
#define ADD(name, test)                                                                        \
  g_test_add ("/call-list-window/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("terms", test_all_terms_change);
  ADD ("other-parts", test_other_parts_are_kept);
  ADD ("mine", test_mine_is_kept);
  ADD ("theirs", test_theirs_is_taken);
  ADD ("looking", test_looking_loses_nothing);
  ADD ("second", test_save_that_comes_second);
  return g_test_run ();
}
