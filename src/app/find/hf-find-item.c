#include "config.h"

#include "hf-find-item.h"

/* A row of what was found: a record or a command. The first of its kind has the kind's heading.
 */
struct _HfFindItem
{
  GObject parent_instance;

  HfFinding *finding;
  const HfFindCommand *command;
  char *heading;
};

G_DEFINE_FINAL_TYPE (HfFindItem, hf_find_item, G_TYPE_OBJECT)

static void
hf_find_item_finalize (GObject *object)
{
  HfFindItem *self = HF_FIND_ITEM (object);
  g_clear_object (&self->finding);
  g_free (self->heading);
  G_OBJECT_CLASS (hf_find_item_parent_class)->finalize (object);
}

static void
hf_find_item_class_init (HfFindItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_find_item_finalize;
}

static void
hf_find_item_init (HfFindItem *self)
{
}

/**
 * hf_find_item_new:
 * @finding: (nullable): a record that was found
 * @command: (nullable): or a command
 * @heading: (nullable): what stands above the row
 *
 * Makes a row of what was found.
 *
 * Returns: (transfer full): the row
 */
HfFindItem *
hf_find_item_new (HfFinding *finding, const HfFindCommand *command, const char *heading)
{
  HfFindItem *self = g_object_new (HF_TYPE_FIND_ITEM, NULL);
  g_set_object (&self->finding, finding);
  self->command = command;
  self->heading = g_strdup (heading);
  return self;
}

/**
 * hf_find_item_get_finding:
 * @self: a row
 *
 * Gives the record.
 *
 * Returns: (transfer none) (nullable): it, %NULL for a command
 */
HfFinding *
hf_find_item_get_finding (HfFindItem *self)
{
  return self->finding;
}

/**
 * hf_find_item_get_command:
 * @self: a row
 *
 * Gives the command.
 *
 * Returns: (nullable): it, %NULL for a record
 */
const HfFindCommand *
hf_find_item_get_command (HfFindItem *self)
{
  return self->command;
}

/**
 * hf_find_item_get_heading:
 * @self: a row
 *
 * Gives what stands above the row.
 *
 * Returns: (nullable): the heading of a kind
 */
const char *
hf_find_item_get_heading (HfFindItem *self)
{
  return self->heading;
}
