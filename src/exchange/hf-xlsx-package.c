#include "config.h"

#include "hf-xlsx-package.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

#include "hf-row-reader.h"

#define ENCRYPTED_FLAG 1

struct _HfXlsxPackage
{
  unzFile zip;
  GHashTable *parts; /* name in small letters -> unz64_file_pos */
  char *part;        /* the open one's name, NULL for none */
  guint64 part_size;
  guint64 part_read;
};

/* minizip opens files by the C library's fopen(), which on Windows knows no UTF-8. */
static voidpf ZCALLBACK
open_file (voidpf opaque, const void *name, int mode)
{
  return g_fopen (name, "rb");
}

static uLong ZCALLBACK
read_file (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  return fread (buffer, 1, size, stream);
}

static ZPOS64_T ZCALLBACK
tell_file (voidpf opaque, voidpf stream)
{
  return ftello (stream);
}

static long ZCALLBACK
seek_file (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  static const int whence[] = { SEEK_SET, SEEK_CUR, SEEK_END };
  return fseeko (stream, offset, whence[origin]);
}

static int ZCALLBACK
close_file (voidpf opaque, voidpf stream)
{
  return fclose (stream);
}

static int ZCALLBACK
test_file (voidpf opaque, voidpf stream)
{
  return ferror ((FILE *) stream);
}

static gboolean
refuse_broken (GError **error)
{
  g_set_error_literal (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                       _ ("The workbook is damaged: its zip archive cannot be unpacked. Copy "
                          "the file again, or open it in a spreadsheet program and save it."));
  return FALSE;
}

static gboolean refuse_harmful (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse_harmful (GError **error, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autoptr (GError) refusal = g_error_new_valist (HF_READ_ERROR, HF_READ_ERROR_REFUSED, format,
                                                   args);
  va_end (args);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/* Nothing is ever unpacked to a disk, but a name that would leave its folder there shows what
 * an archive was made for. */
static gboolean
is_safe_name (const char *name)
{
  if (*name == '\0' || *name == '/' || strpbrk (name, "\\:") != NULL
      || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);
  return !g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
check_part (const char *name, const unz_file_info64 *info, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  /* Translators: in these, %s is the name of a part of a workbook. */
  if (info->size_filename > HF_XLSX_NAME_LIMIT)
    return refuse_harmful (error,
                           _ ("The workbook is refused, since it may do harm: a name in it is "
                              "longer than %d bytes."),
                           HF_XLSX_NAME_LIMIT);
  if (!is_safe_name (name))
    return refuse_harmful (error,
                           _ ("The workbook is refused, since it may do harm: the name “%s” in "
                              "it points elsewhere."),
                           valid);
  if (info->uncompressed_size > HF_XLSX_PART_SIZE_LIMIT)
    return refuse_harmful (error,
                           _ ("The workbook is refused, since it may do harm: “%s” in it is "
                              "larger than 2 GiB."),
                           valid);
  if (info->uncompressed_size > HF_XLSX_RATIO_FREE_SIZE
      && info->uncompressed_size / HF_XLSX_RATIO_LIMIT > info->compressed_size)
    return refuse_harmful (error,
                           _ ("The workbook is refused, since it may do harm: “%s” in it grows "
                              "more than %d times when it is unpacked."),
                           valid, HF_XLSX_RATIO_LIMIT);
  return !(info->flag & ENCRYPTED_FLAG) || refuse_broken (error);
}

static gboolean
list_part (HfXlsxPackage *self, GError **error)
{
  char name[HF_XLSX_NAME_LIMIT + 1] = { 0 };
  unz_file_info64 info;
  if (unzGetCurrentFileInfo64 (self->zip, &info, name, HF_XLSX_NAME_LIMIT, NULL, 0, NULL, 0)
      != UNZ_OK)
    return refuse_broken (error);
  if (!check_part (name, &info, error))
    return FALSE;
  unz64_file_pos *position = g_new0 (unz64_file_pos, 1);
  unzGetFilePos64 (self->zip, position);
  g_hash_table_insert (self->parts, g_ascii_strdown (name, -1), position);
  return TRUE;
}

static gboolean
list_parts (HfXlsxPackage *self, GError **error)
{
  unz_global_info64 info;
  if (unzGetGlobalInfo64 (self->zip, &info) != UNZ_OK)
    return refuse_broken (error);
  if (info.number_entry > HF_XLSX_PARTS_LIMIT)
    return refuse_harmful (error,
                           _ ("The workbook is refused, since it may do harm: it has more than "
                              "%d parts."),
                           HF_XLSX_PARTS_LIMIT);
  int status = unzGoToFirstFile (self->zip);
  for (guint i = 0; status == UNZ_OK && i < HF_XLSX_PARTS_LIMIT; i++)
    {
      if (!list_part (self, error))
        return FALSE;
      status = unzGoToNextFile (self->zip);
    }
  return status == UNZ_END_OF_LIST_OF_FILE || refuse_broken (error);
}

/**
 * hf_xlsx_package_open:
 * @path: a zip archive
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens an archive and checks the whole list of its parts before any is unpacked.
 *
 * Returns: (transfer full) (nullable): a package
 */
HfXlsxPackage *
hf_xlsx_package_open (const char *path, GError **error)
{
  zlib_filefunc64_def functions = {
    .zopen64_file = open_file,
    .zread_file = read_file,
    .ztell64_file = tell_file,
    .zseek64_file = seek_file,
    .zclose_file = close_file,
    .zerror_file = test_file,
  };
  g_autoptr (HfXlsxPackage) self = g_new0 (HfXlsxPackage, 1);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->zip = unzOpen2_64 (path, &functions);
  if (self->zip == NULL)
    {
      refuse_broken (error);
      return NULL;
    }
  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

static unz64_file_pos *
find_part (const HfXlsxPackage *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  return g_hash_table_lookup (self->parts, key);
}

/**
 * hf_xlsx_package_has_part:
 * @self: a package
 * @name: a part's name, without regard to case
 *
 * Tells whether there is a part.
 *
 * Returns: whether there is
 */
gboolean
hf_xlsx_package_has_part (const HfXlsxPackage *self, const char *name)
{
  return find_part (self, name) != NULL;
}

static int
close_part (HfXlsxPackage *self)
{
  if (self->part == NULL)
    return UNZ_OK;
  g_clear_pointer (&self->part, g_free);
  return unzCloseCurrentFile (self->zip);
}

/**
 * hf_xlsx_package_open_part:
 * @self: a package
 * @name: a part's name, without regard to case
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Opens a part for reading and closes the one that was open.
 *
 * Returns: whether it could
 */
gboolean
hf_xlsx_package_open_part (HfXlsxPackage *self, const char *name, GError **error)
{
  unz64_file_pos *position = find_part (self, name);
  unz_file_info64 info;
  close_part (self);
  if (position == NULL)
    {
      g_set_error (error, HF_READ_ERROR, HF_READ_ERROR_BROKEN,
                   _ ("The workbook is damaged: “%s” is missing from it."), name);
      return FALSE;
    }
  if (unzGoToFilePos64 (self->zip, position) != UNZ_OK
      || unzGetCurrentFileInfo64 (self->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK
      || unzOpenCurrentFile (self->zip) != UNZ_OK)
    return refuse_broken (error);
  self->part = g_strdup (name);
  self->part_size = info.uncompressed_size;
  self->part_read = 0;
  return TRUE;
}

/**
 * hf_xlsx_package_read:
 * @self: a package with an open part
 * @buffer: (out caller-allocates) (array length=length): where to
 * @length: bytes
 * @error: (nullable): %HF_READ_ERROR, with a message for the user
 *
 * Reads on in the open part; at its end the checksum must be right.
 *
 * Returns: bytes read, 0 at the end, -1 where the part is damaged
 */
gssize
hf_xlsx_package_read (HfXlsxPackage *self, char *buffer, gsize length, GError **error)
{
  int got = self->part != NULL ? unzReadCurrentFile (self->zip, buffer, length) : 0;
  if (got > 0)
    {
      self->part_read += got;
      return got;
    }
  if (got < 0 || self->part_read != self->part_size || close_part (self) != UNZ_OK)
    {
      refuse_broken (error);
      return -1;
    }
  return 0;
}

/**
 * hf_xlsx_package_get_progress:
 * @self: a package
 *
 * Tells how much of the open part was read.
 *
 * Returns: from 0 to 1
 */
double
hf_xlsx_package_get_progress (const HfXlsxPackage *self)
{
  return self->part_size > 0 ? (double) self->part_read / self->part_size : 1;
}

/**
 * hf_xlsx_package_free:
 * @self: (transfer full): a package
 *
 * Closes the archive.
 */
void
hf_xlsx_package_free (HfXlsxPackage *self)
{
  close_part (self);
  g_clear_pointer (&self->zip, unzClose);
  g_hash_table_unref (self->parts);
  g_free (self);
}
