#include "config.h"

#include "hf-record-factory.h"

#include "hf-query-item.h"

/* How the rows of a list are made and filled. */
typedef struct
{
  HfRecordRowNew make;
  HfRecordRowShow show;
} Rows;

static void
on_record (HfQueryItem *item, GParamSpec *pspec, GtkWidget *row)
{
  const Rows *rows = g_object_get_data (G_OBJECT (row), "rows");
  rows->show (row, hf_query_item_get_record (item));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item, Rows *rows)
{
  GtkWidget *row = rows->make ();
  g_object_set_data (G_OBJECT (row), "rows", rows);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  HfQueryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_signal_connect (item, "notify::record", G_CALLBACK (on_record), row);
  on_record (item, NULL, row);
  /* What has the keyboard is around the row, and is read out as the row is called. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (list_item),
                                        gtk_list_item_get_child (list_item));
}

/**
 * hf_record_factory_new:
 * @make: makes an empty row
 * @show: shows a record in a row; %NULL while it is being read
 *
 * Makes the rows of a list over a #HfQueryModel, each of which shows its record as soon as it
 * is read.
 *
 * Returns: (transfer full): the factory, which lives as long as its rows
 */
GtkListItemFactory *
hf_record_factory_new (HfRecordRowNew make, HfRecordRowShow show)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Rows *rows = g_new0 (Rows, 1);
  *rows = (Rows){ make, show };
  g_object_set_data_full (G_OBJECT (factory), "rows", rows, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), rows);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
