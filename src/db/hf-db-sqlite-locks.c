#define _GNU_SOURCE /* F_OFD_SETLK */

#include "config.h"

#include "hf-db-sqlite-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef F_OFD_SETLK

/* A file in which SQLite has locks. They are those of one descriptor that nobody else closes,
 * for SQLite counts on it that all of a process belong together. */
typedef struct
{
  dev_t device;
  ino_t inode;
  int holder;
  GArray *users; /* (element-type int), the descriptors by which SQLite asked */
} LockedFile;

static GMutex mutex;
static GSList *locked_files; /* (element-type LockedFile) */

static LockedFile *
find_file (const struct stat *status)
{
  for (GSList *i = locked_files; i != NULL; i = i->next)
    {
      LockedFile *found = i->data;
      if (found->device == status->st_dev && found->inode == status->st_ino)
        return found;
    }
  return NULL;
}

/* The same file again, whatever it is called by now. */
static int
open_again (int file)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  int holder = open (path, O_RDWR | O_CLOEXEC);
  return holder >= 0 ? holder : open (path, O_RDONLY | O_CLOEXEC);
}

static gboolean
is_user (const LockedFile *self, int file, guint *place)
{
  for (guint i = 0; i < self->users->len; i++)
    if (g_array_index (self->users, int, i) == file)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* The descriptor that has the locks of a file, -1 where there can be none. */
static int
ensure_holder (int file)
{
  struct stat status;
  guint place;
  if (fstat (file, &status) != 0)
    return -1;
  LockedFile *self = find_file (&status);
  if (self == NULL)
    {
      int holder = open_again (file);
      if (holder < 0)
        return -1;
      self = g_new0 (LockedFile, 1);
      *self = (LockedFile){ status.st_dev, status.st_ino, holder,
                            g_array_new (FALSE, FALSE, sizeof (int)) };
      locked_files = g_slist_prepend (locked_files, self);
    }
  if (!is_user (self, file, &place))
    g_array_append_val (self->users, file);
  return self->holder;
}

static void
forget_user (int file)
{
  for (GSList *i = locked_files; i != NULL; i = i->next)
    {
      LockedFile *self = i->data;
      guint place;
      if (!is_user (self, file, &place))
        continue;
      g_array_remove_index_fast (self->users, place);
      if (self->users->len > 0)
        return;
      close (self->holder);
      g_array_unref (self->users);
      g_free (self);
      locked_files = g_slist_delete_link (locked_files, i);
      return;
    }
}

/* Where a file system knows no such locks, they are the process's after all. */
static int
lock_file (int file, int command, struct flock *wanted)
{
  struct flock lock = *wanted;
  lock.l_pid = 0;
  g_mutex_lock (&mutex);
  int holder = ensure_holder (file);
  int result = holder >= 0
                   ? fcntl (holder, command == F_GETLK ? F_OFD_GETLK : F_OFD_SETLK, &lock)
                   : -1;
  int reason = errno;
  gboolean is_unknown = holder < 0 || (result != 0 && reason == EINVAL);
  g_mutex_unlock (&mutex);
  errno = reason;
  if (is_unknown)
    return fcntl (file, command, wanted);
  if (result == 0 && command == F_GETLK)
    *wanted = lock;
  return result;
}

static int
control_file (int file, int command, ...)
{
  va_list arguments;
  va_start (arguments, command);
  int result = command == F_SETLK || command == F_GETLK
                   ? lock_file (file, command, va_arg (arguments, struct flock *))
                   : fcntl (file, command, va_arg (arguments, long));
  va_end (arguments);
  return result;
}

static int
close_file (int file)
{
  g_mutex_lock (&mutex);
  forget_user (file);
  g_mutex_unlock (&mutex);
  return close (file);
}

#endif

/**
 * hf_db_sqlite_keep_locks:
 *
 * Has SQLite, before it opens a file, keep its locks whatever else this process does with the
 * file. Those it takes by itself are the process's: they go when anybody closes the file, such
 * as the dialog that looks into each file of a folder to tell its kind; another program then
 * takes the database for one that nobody has open.
 */
void
hf_db_sqlite_keep_locks (void)
{
#ifdef F_OFD_SETLK
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  if (system == NULL || system->iVersion < 3)
    return;
  system->xSetSystemCall (system, "fcntl", (sqlite3_syscall_ptr) control_file);
  system->xSetSystemCall (system, "close", (sqlite3_syscall_ptr) close_file);
#endif
}
