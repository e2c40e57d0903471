#include "config.h"

#include "hf-query-item.h"

/* A place in a HfQueryModel. Its record comes later than the place itself. */
struct _HfQueryItem
{
  GObject parent_instance;

  guint position;
  GObject *record;
};

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfQueryItem, hf_query_item, G_TYPE_OBJECT)

static void
hf_query_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, HF_QUERY_ITEM (object)->record);
}

static void
hf_query_item_finalize (GObject *object)
{
  g_clear_object (&HF_QUERY_ITEM (object)->record);
  G_OBJECT_CLASS (hf_query_item_parent_class)->finalize (object);
}

static void
hf_query_item_class_init (HfQueryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hf_query_item_get_property;
  object_class->finalize = hf_query_item_finalize;

  /**
   * HfQueryItem:record: (nullable)
   *
   * The record at this place, %NULL until the store has answered.
   */
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, G_TYPE_OBJECT,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hf_query_item_init (HfQueryItem *self)
{
}

/**
 * hf_query_item_new:
 * @position: a place in a list, from 0
 *
 * Makes a place whose record is not known yet.
 *
 * Returns: (transfer full): the item
 */
HfQueryItem *
hf_query_item_new (guint position)
{
  HfQueryItem *self = g_object_new (HF_TYPE_QUERY_ITEM, NULL);
  self->position = position;
  return self;
}

/**
 * hf_query_item_get_position:
 * @self: an item
 *
 * Tells which place of the list it is.
 *
 * Returns: the place, from 0
 */
guint
hf_query_item_get_position (HfQueryItem *self)
{
  return self->position;
}

/**
 * hf_query_item_get_record:
 * @self: an item
 *
 * Gives the record at this place.
 *
 * Returns: (transfer none) (nullable): a #GObject, %NULL until the store has answered
 */
gpointer
hf_query_item_get_record (HfQueryItem *self)
{
  return self->record;
}

/**
 * hf_query_item_set_record:
 * @self: an item
 * @record: (nullable): a #GObject
 *
 * Says what is at this place now.
 */
void
hf_query_item_set_record (HfQueryItem *self, gpointer record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}
