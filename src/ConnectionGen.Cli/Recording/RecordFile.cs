using System.Globalization;
using System.Text;

namespace ConnectionGen.Cli.Recording;

/// <summary>The file of a record. Each piece is written when it comes, so that a crash loses none.</summary>
internal sealed class RecordFile : IDisposable
{
    private readonly FileStream _stream;

    private RecordFile(FileStream stream) => _stream = stream;

    public string Path => _stream.Name;

    /// <summary>Opens a file, or goes on with one that is there.</summary>
    /// <param name="path">Its name, as <see cref="RecordFileName.Resolve"/> gives it.</param>
    /// <param name="where">Whose session it is.</param>
    /// <param name="now">When.</param>
    /// <exception cref="SessionRecordException">It cannot be written.</exception>
    public static RecordFile Open(string path, string where, DateTimeOffset now)
    {
        FileStream? stream = null;
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            // no buffer: an entry is one write; sessions that write into one file would overwrite each other, and only None keeps writers apart on Unix
            stream = new FileStream(path, FileMode.Append, FileAccess.Write, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None, bufferSize: 0);
            var file = new RecordFile(stream);
            file.Write(string.Create(CultureInfo.InvariantCulture, $"# {now:yyyy-MM-dd HH:mm:ss zzz}, {where}"));
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            stream?.Dispose();
            throw new SessionRecordException($"{where}: the session record '{path}' cannot be written: {e.Message} {{alias}}, {{device}} and {{time}} in its name give each session its own.", path, e);
        }
    }

    public void Write(string line) => _stream.Write(Encoding.UTF8.GetBytes(line + "\n"));

    public void Dispose() => _stream.Dispose();
}
