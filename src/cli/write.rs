//! Files are written whole or not at all; what is no file, such as `/dev/stdout`, is written to.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Puts `bytes` in the place of the file at `path`: written beside it first, with its permissions, then renamed over it. A link keeps
/// pointing at the file, and a device stays one.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        let cause = "it is read-only; allow writing to it";
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, cause));
    }
    if old
        .as_ref()
        .is_some_and(|old| !old.is_file() && !old.is_dir())
    {
        let mut device = fs::OpenOptions::new().write(true).open(&target)?;
        return device.write_all(bytes);
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = beside(folder).map_err(|error| without_path(&error))?;
    file.write_all(bytes)?;
    if let Some(old) = &old {
        keep_owner(&file, old)?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// What went wrong, without the name of a file that only this program knows.
fn without_path(error: &io::Error) -> io::Error {
    match error.kind() {
        kind @ io::ErrorKind::NotFound => {
            io::Error::new(kind, "there is no such folder; make it first")
        }
        kind => io::Error::from(kind),
    }
}

/// Gives the new file the permissions of the old one, and its owner where the system lets us.
#[cfg(unix)]
fn keep_owner(file: &NamedTempFile, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    // Only root may give a file away; for all others the two are mostly the same.
    let _ = std::os::unix::fs::fchown(file.as_file(), Some(old.uid()), Some(old.gid()));
    file.as_file().set_permissions(old.permissions())
}

#[cfg(not(unix))]
fn keep_owner(file: &NamedTempFile, old: &Metadata) -> io::Result<()> {
    file.as_file().set_permissions(old.permissions())
}

/// A file beside the one to replace. A temporary file is for its owner alone; this one becomes a file like any other.
#[cfg(unix)]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let usual = fs::Permissions::from_mode(0o666);
    tempfile::Builder::new()
        .permissions(usual)
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}
