#include "config.h"

#include "hf-demo-private.h"
#include "hf-store-staff.h"

static const struct
{
  const char *code;
  const char *name;
  const char *region;
  guint care_agent; /* a place in staff */
  guint manager;    /* the same: who is told of escalated complaints */
  guint lateness;   /* per cent of the complaints that are answered late */
  guint trouble;    /* per cent of those whose customer is not satisfied */
} branches[HF_DEMO_N_BRANCHES] = {
  { "CC01", "长春总店", "长春", 0, 1, 2, 2 },
  { "JL02", "吉林店", "吉林", 4, 5, 45, 55 },
  { "SY03", "沈阳店", "沈阳", 7, 8, 16, 20 },
  { "HB04", "哈尔滨店", "哈尔滨", 10, 11, 25, 25 },
};

/* The first of each branch calls customers; the others look after them. */
static const struct
{
  const char *code;
  const char *name;
  guint branch;
  int left_ago; /* days, or HF_DEMO_NEVER */
} staff[HF_DEMO_N_STAFF] = {
  { "S01", "李静", 0, HF_DEMO_NEVER },   { "S02", "张伟民", 0, HF_DEMO_NEVER },
  { "S03", "刘洋", 0, HF_DEMO_NEVER },   { "S04", "张建国", 0, 210 },
  { "S05", "赵敏慧", 1, HF_DEMO_NEVER }, { "S06", "孙磊", 1, HF_DEMO_NEVER },
  { "S07", "王芳华", 1, 330 },           { "S08", "周晓婷", 2, HF_DEMO_NEVER },
  { "S09", "吴强", 2, HF_DEMO_NEVER },   { "S10", "郑雨", 2, HF_DEMO_NEVER },
  { "S11", "高翔宇", 3, HF_DEMO_NEVER }, { "S12", "Emily Chen", 3, HF_DEMO_NEVER },
};

/**
 * hf_demo_staff_name:
 * @place: of a member of staff
 *
 * Gives a name.
 *
 * Returns: the name
 */
const char *
hf_demo_staff_name (guint place)
{
  return staff[place].name;
}

/**
 * hf_demo_branch_name:
 * @branch: its place
 *
 * Gives a branch's name.
 *
 * Returns: the name
 */
const char *
hf_demo_branch_name (guint branch)
{
  return branches[branch].name;
}

/**
 * hf_demo_staff_left_ago:
 * @place: of a member of staff
 *
 * Tells how many days ago somebody left the company.
 *
 * Returns: days, or %HF_DEMO_NEVER
 */
int
hf_demo_staff_left_ago (guint place)
{
  return staff[place].left_ago;
}

/**
 * hf_demo_branch_lateness:
 * @branch: its place
 *
 * Tells how often a branch is late, for branches differ.
 *
 * Returns: per cent of its complaints
 */
guint
hf_demo_branch_lateness (guint branch)
{
  return branches[branch].lateness;
}

/**
 * hf_demo_branch_trouble:
 * @branch: its place
 *
 * Tells how often a branch's customers are not satisfied with how a complaint was handled.
 *
 * Returns: per cent of its complaints
 */
guint
hf_demo_branch_trouble (guint branch)
{
  return branches[branch].trouble;
}

/**
 * hf_demo_care_agent:
 * @branch: its place
 *
 * Tells who calls a branch's customers.
 *
 * Returns: the place of a member of staff
 */
guint
hf_demo_care_agent (guint branch)
{
  return branches[branch].care_agent;
}

/**
 * hf_demo_branch_manager:
 * @branch: its place
 *
 * Tells who is told of a branch's escalated complaints.
 *
 * Returns: the place of a member of staff
 */
guint
hf_demo_branch_manager (guint branch)
{
  return branches[branch].manager;
}

static guint
count_managers (guint branch)
{
  guint count = 0;
  for (guint i = branches[branch].care_agent + 1; i < HF_DEMO_N_STAFF; i++)
    count += staff[i].branch == branch;
  return count;
}

/**
 * hf_demo_draw_manager:
 * @self: the demo company
 * @branch: its place
 *
 * Draws somebody who looks after customers of a branch, and may have left since.
 *
 * Returns: the place of a member of staff
 */
guint
hf_demo_draw_manager (HfDemo *self, guint branch)
{
  return branches[branch].care_agent + 1
         + hf_demo_random_below (&self->random, count_managers (branch));
}

/**
 * hf_demo_draw_successor:
 * @self: the demo company
 * @manager: the place of who goes
 *
 * Draws somebody of the same branch who is still there; where nobody else is, the care agent.
 *
 * Returns: the place of a member of staff
 */
guint
hf_demo_draw_successor (HfDemo *self, guint manager)
{
  guint branch = staff[manager].branch;
  guint first = branches[branch].care_agent + 1, count = count_managers (branch);
  guint offset = hf_demo_random_below (&self->random, count);
  for (guint i = 0; i < count; i++)
    {
      guint candidate = first + (offset + i) % count;
      if (candidate != manager && staff[candidate].left_ago == HF_DEMO_NEVER)
        return candidate;
    }
  return branches[branch].care_agent;
}

static gboolean
save_branch (HfDemo *self, guint place, GError **error)
{
  g_autoptr (HfBranch) branch = hf_branch_new ();
  branch->code = g_strdup (branches[place].code);
  branch->name = g_strdup (branches[place].name);
  branch->region = g_strdup (branches[place].region);
  branch->active = TRUE;
  if (!hf_store_branches_save (self->session, branch, error))
    return FALSE;
  self->branch_ids[place] = branch->id;
  return TRUE;
}

static gboolean
save_staff (HfDemo *self, guint place, GError **error)
{
  g_autoptr (HfStaff) member = hf_staff_new ();
  member->code = g_strdup (staff[place].code);
  member->name = g_strdup (staff[place].name);
  member->branch_id = self->branch_ids[staff[place].branch];
  member->active = staff[place].left_ago == HF_DEMO_NEVER;
  member->is_manager = branches[staff[place].branch].manager == place;
  if (!hf_store_staff_save (self->session, member, error))
    return FALSE;
  self->staff_ids[place] = member->id;
  return TRUE;
}

/**
 * hf_demo_make_staff:
 * @self: the demo company
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Makes branches and staff.
 *
 * Returns: whether they are stored
 */
gboolean
hf_demo_make_staff (HfDemo *self, GError **error)
{
  for (guint i = 0; i < HF_DEMO_N_BRANCHES; i++)
    if (!save_branch (self, i, error))
      return FALSE;
  for (guint i = 0; i < HF_DEMO_N_STAFF; i++)
    if (!save_staff (self, i, error))
      return FALSE;
  return TRUE;
}
