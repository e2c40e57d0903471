#include "config.h"

#include "hf-chart-card.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-text.h"
#include "hf-widget.h"

#define CELL "\t"

/* A chart with its title, its legend, what is to be said of it, and its numbers as a table. */
struct _HfChartCard
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkColumnView *table;
  GtkWidget *chart_place;
  GtkWidget *legend_place;

  HfChart *chart;
  char *title;
  char *caption;
  gboolean as_table;
};

enum
{
  PROP_TITLE = 1,
  PROP_CAPTION,
  PROP_CHART,
  PROP_LEGEND,
  PROP_AS_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HfChartCard, hf_chart_card, GTK_TYPE_WIDGET)

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_name = GPOINTER_TO_UINT (column) == 0;
  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  if (!is_name)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) cells = g_strsplit (line, CELL, -1);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       cells[GPOINTER_TO_UINT (column)]);
}

static void
add_column (HfChartCard *self, const char *heading, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GUINT_TO_POINTER (index));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_append_column (self->table, column);
}

static void
clear_columns (HfChartCard *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->table, column);
    }
}

static void
fill_table (HfChartCard *self)
{
  g_autoptr (HfChartTable) table = hf_chart_dup_table (self->chart);
  clear_columns (self);
  if (table == NULL)
    return;
  GtkStringList *lines = gtk_string_list_new (NULL);
  for (guint i = 0; table->headings[i] != NULL; i++)
    add_column (self, table->headings[i], i);
  for (guint i = 0; i < table->rows->len; i++)
    gtk_string_list_take (lines, g_strjoinv (CELL, table->rows->pdata[i]));
  GtkNoSelection *rows = gtk_no_selection_new (G_LIST_MODEL (lines));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (rows));
  g_object_unref (rows);
}

static void
show_form (HfChartCard *self)
{
  if (self->as_table)
    fill_table (self);
  gtk_stack_set_visible_child_name (self->stack, self->as_table ? "table" : "chart");
}

static void
copy_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfChartCard *self = HF_CHART_CARD (widget);
  g_autoptr (HfChartTable) table = hf_chart_dup_table (self->chart);
  if (table == NULL)
    return;
  g_autofree char *text = hf_chart_table_to_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  hf_dialogs_toast (widget, _ ("The table was copied; paste it into a spreadsheet"));
}

static void
set_chart (HfChartCard *self, HfChart *chart)
{
  self->chart = chart;
  gtk_box_append (GTK_BOX (self->chart_place), GTK_WIDGET (chart));
}

static void
set_legend (HfChartCard *self, GtkWidget *legend)
{
  if (legend != NULL)
    gtk_box_append (GTK_BOX (self->legend_place), legend);
}

static void
hf_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HfChartCard *self = HF_CHART_CARD (object);
  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_AS_TABLE:
      g_value_set_boolean (value, self->as_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HfChartCard *self = HF_CHART_CARD (object);
  switch (id)
    {
    case PROP_TITLE:
      hf_text_set (&self->title, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      hf_text_set (&self->caption, g_value_get_string (value));
      break;
    case PROP_CHART:
      set_chart (self, g_value_get_object (value));
      break;
    case PROP_LEGEND:
      set_legend (self, g_value_get_object (value));
      break;
    case PROP_AS_TABLE:
      self->as_table = g_value_get_boolean (value);
      show_form (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hf_chart_card_dispose (GObject *object)
{
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CHART_CARD);
  G_OBJECT_CLASS (hf_chart_card_parent_class)->dispose (object);
}

static void
hf_chart_card_finalize (GObject *object)
{
  HfChartCard *self = HF_CHART_CARD (object);
  g_free (self->title);
  g_free (self->caption);
  G_OBJECT_CLASS (hf_chart_card_parent_class)->finalize (object);
}

static void
hf_chart_card_class_init (HfChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hf_chart_card_get_property;
  object_class->set_property = hf_chart_card_set_property;
  object_class->dispose = hf_chart_card_dispose;
  object_class->finalize = hf_chart_card_finalize;

  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, HF_TYPE_CHART, flags);
  properties[PROP_LEGEND] = g_param_spec_object ("legend", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AS_TABLE] = g_param_spec_boolean ("as-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_table);
  gtk_widget_class_install_property_action (widget_class, "chart.as-table", "as-table");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/charts/hf-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HfChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, HfChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, HfChartCard, chart_place);
  gtk_widget_class_bind_template_child (widget_class, HfChartCard, legend_place);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hf_chart_card_init (HfChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_chart_card_set_figures:
 * @self: a card
 * @figures: (nullable): what to show
 *
 * Shows another set of figures, as a chart or as a table.
 */
void
hf_chart_card_set_figures (HfChartCard *self, HfFigures *figures)
{
  hf_chart_set_figures (self->chart, figures);
  show_form (self);
}
