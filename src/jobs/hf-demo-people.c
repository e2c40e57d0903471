#include "config.h"

#include <math.h>

#include "hf-amount.h"
#include "hf-demo-private.h"
#include "hf-store-customers.h"
#include "hf-text.h"

#define N_PEOPLE 2000
#define OLDEST_DAYS 3600
#define NEWEST_DAYS 70 /* everybody was there for the whole of last month */

/* Whose account manager changed leaves more often in the ninety days that follow. */
#define LEAVES_PERCENT 12
#define LEAVES_AFTER_CHANGE_PERCENT 22
#define DAYS_AFTER_CHANGE 90

/* No operator has numbers that begin so. */
static const char *const prefixes[] = { "160", "161", "163", "164", "168", "169" };

/**
 * hf_demo_person_free:
 * @self: (transfer full): a person
 *
 * Frees it.
 */
void
hf_demo_person_free (HfDemoPerson *self)
{
  g_object_unref (self->record);
  g_free (self);
}

static const char *
draw (HfDemo *self, const char *list)
{
  return hf_demo_random_word (&self->random, hf_demo_text_list_names (self->text, list));
}

static char *
make_phone (HfDemo *self)
{
  const char *prefix = prefixes[hf_demo_random_below (&self->random, G_N_ELEMENTS (prefixes))];
  return g_strdup_printf ("%s%08u", prefix, hf_demo_random_below (&self->random, 100000000));
}

static void
name_person (HfDemo *self, HfDemoPerson *person)
{
  HfCustomer *record = person->record;
  if (person->english)
    {
      const char *first = draw (self, "first"), *last = draw (self, "last");
      record->name = g_strdup_printf ("%s %s", first, last);
      g_autofree char *local = g_ascii_strdown (first, -1);
      record->email = g_strdup_printf ("%s.%s@%s", local, record->code + 1,
                                       draw (self, "domain"));
      record->language = g_strdup ("en");
      return;
    }
  const char *surname = draw (self, "surname");
  record->name = g_strconcat (
      surname, draw (self, hf_demo_random_chance (&self->random, 58) ? "man" : "woman"), NULL);
  record->language = g_strdup ("zh_CN");
}

static void
employ_person (HfDemo *self, HfDemoPerson *person)
{
  const char *place = draw (self, "firm-place"), *name = draw (self, "firm-name");
  person->record->company = g_strconcat (place, name, draw (self, "firm-kind"), NULL);
}

/* Yearly value and monthly need of cars, repairs and insurance: most are small, some are large,
 * firms more so. */
static void
value_person (HfDemo *self, HfDemoPerson *person)
{
  double size = hf_demo_random_below (&self->random, 1000) / 1000.0;
  double need = 600 + 7000 * pow (size, 3);
  if (person->record->company != NULL)
    need *= 12;
  guint class = hf_demo_random_below (&self->random, 100);
  int share = class < 29   ? hf_demo_random_between (&self->random, 82, 97)
              : class < 76 ? hf_demo_random_between (&self->random, 24, 76)
                           : hf_demo_random_between (&self->random, 4, 17);
  person->share = share / 100.0;
  gint64 whole = (gint64) need / 10 * 10;
  person->record->annual_value = (gint64) (whole * 12 * person->share) * HF_AMOUNT_UNIT;
  if (hf_demo_random_chance (&self->random, 93))
    person->record->need = whole * HF_AMOUNT_UNIT;
}

static guint
draw_branch (HfDemo *self)
{
  guint at = hf_demo_random_below (&self->random, 100);
  return at < 40 ? 0 : at < 62 ? 1 : at < 84 ? 2 : 3;
}

static void
describe_person (HfDemo *self, HfDemoPerson *person)
{
  HfCustomer *record = person->record;
  name_person (self, person);
  if (hf_demo_random_chance (&self->random, 9))
    employ_person (self, person);
  value_person (self, person);
  record->phone = make_phone (self);
  if (hf_demo_random_chance (&self->random, 70))
    record->address = g_strdup_printf ("%s%u号", draw (self, "street"),
                                       hf_demo_random_below (&self->random, 3000) + 1);
  if (hf_demo_random_chance (&self->random, 30))
    record->tags = g_strdup (draw (self, "tag"));
  if (hf_demo_random_chance (&self->random, 6))
    record->note = g_strdup (
        hf_demo_text_draw_phrase (self->text, &self->random, person->english, "note"));
  record->do_not_call = hf_demo_random_chance (&self->random, 1);
}

static int
draw_handover (HfDemo *self, guint manager)
{
  int left_ago = hf_demo_staff_left_ago (manager);
  if (left_ago != HF_DEMO_NEVER)
    return left_ago - hf_demo_random_between (&self->random, 0, 9);
  return hf_demo_random_chance (&self->random, 4)
             ? hf_demo_random_between (&self->random, 30, HF_DEMO_DAYS - 40)
             : HF_DEMO_NEVER;
}

static int
draw_loss (HfDemo *self, const HfDemoPerson *person)
{
  if (person->handed_over_ago != HF_DEMO_NEVER
      && hf_demo_random_chance (&self->random, LEAVES_AFTER_CHANGE_PERCENT))
    return MAX (person->handed_over_ago
                    - hf_demo_random_between (&self->random, 5, DAYS_AFTER_CHANGE),
                1);
  if (!hf_demo_random_chance (&self->random, LEAVES_PERCENT))
    return HF_DEMO_NEVER;
  int longest = MIN (HF_DEMO_DAYS, person->joined_ago - 30);
  return longest > 3 ? hf_demo_random_between (&self->random, 3, longest) : HF_DEMO_NEVER;
}

static gboolean
join (HfDemo *self, HfDemoPerson *person, guint manager, GError **error)
{
  HfCustomer *record = person->record;
  record->joined_on = hf_demo_dup_day (self, person->joined_ago);
  record->branch = g_strdup (hf_demo_branch_name (person->branch));
  record->account_manager = g_strdup (hf_demo_staff_name (manager));
  hf_demo_work (self, hf_demo_moment (self, person->joined_ago, 10 * 60), manager);
  return hf_store_customers_save (self->session, record, error);
}

static gboolean
hand_over (HfDemo *self, HfDemoPerson *person, guint manager, GError **error)
{
  if (person->handed_over_ago == HF_DEMO_NEVER)
    return TRUE;
  guint successor = hf_demo_draw_successor (self, manager);
  hf_text_set (&person->record->account_manager, hf_demo_staff_name (successor));
  hf_demo_work (self, hf_demo_moment (self, person->handed_over_ago, 9 * 60 + 30), successor);
  return hf_store_customers_save (self->session, person->record, error);
}

static gboolean
lose (HfDemo *self, HfDemoPerson *person, GError **error)
{
  HfCustomer *record = person->record;
  if (person->lost_ago == HF_DEMO_NEVER)
    return TRUE;
  record->status = HF_CUSTOMER_LOST;
  if (hf_demo_random_chance (&self->random, 97))
    record->lost_on = hf_demo_dup_day (self, person->lost_ago);
  hf_demo_work (self, hf_demo_moment (self, person->lost_ago - 1, 17 * 60),
                hf_demo_care_agent (person->branch));
  return hf_store_customers_save (self->session, record, error);
}

static gboolean
endanger (HfDemo *self, HfDemoPerson *person, GError **error)
{
  if (person->lost_ago != HF_DEMO_NEVER || !hf_demo_random_chance (&self->random, 8))
    return TRUE;
  person->record->status = HF_CUSTOMER_AT_RISK;
  hf_demo_work (self,
                hf_demo_moment (self, hf_demo_random_between (&self->random, 3, 40), 16 * 60),
                hf_demo_care_agent (person->branch));
  return hf_store_customers_save (self->session, person->record, error);
}

static gboolean
make_person (HfDemo *self, guint number, GError **error)
{
  HfDemoPerson *person = g_new0 (HfDemoPerson, 1);
  g_ptr_array_add (self->people, person);
  person->record = hf_customer_new ();
  person->record->code = g_strdup_printf ("C%05u", number + 1);
  person->english = hf_demo_random_chance (&self->random, 9);
  person->branch = draw_branch (self);
  double age = hf_demo_random_below (&self->random, 1000) / 1000.0;
  person->joined_ago = NEWEST_DAYS + (int) (OLDEST_DAYS * pow (age, 1.3));
  describe_person (self, person);
  guint manager = hf_demo_draw_manager (self, person->branch);
  /* Nobody is given to an account manager who has left. */
  while (hf_demo_staff_left_ago (manager) + 60 > person->joined_ago)
    manager = hf_demo_draw_manager (self, person->branch);
  person->handed_over_ago = draw_handover (self, manager);
  if (person->handed_over_ago + 30 > person->joined_ago)
    person->handed_over_ago = HF_DEMO_NEVER;
  person->lost_ago = draw_loss (self, person);
  /* Whoever left before the change never saw it. */
  if (person->lost_ago > person->handed_over_ago)
    person->handed_over_ago = HF_DEMO_NEVER;
  return join (self, person, manager, error) && hand_over (self, person, manager, error)
         && lose (self, person, error) && endanger (self, person, error);
}

/**
 * hf_demo_make_people:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes the customers: they join, some are handed over to another account manager, and some
 * leave.
 *
 * Returns: whether they are stored
 */
gboolean
hf_demo_make_people (HfDemo *self, GError **error)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    if (!make_person (self, i, error))
      return FALSE;
  return TRUE;
}
