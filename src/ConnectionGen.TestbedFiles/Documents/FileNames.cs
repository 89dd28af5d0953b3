namespace ConnectionGen.TestbedFiles;

/// <summary>Names of files as testbed files write them.</summary>
internal static class FileNames
{
    /// <summary>A name as seen from where the naming file is seen from, <c>.</c> and <c>..</c> resolved.</summary>
    public static string Beside(string file, string name)
    {
        var slashed = name.Replace('\\', '/');
        if (slashed.StartsWith("/", StringComparison.Ordinal) || (slashed.Length > 1 && slashed[1] == ':'))
            return slashed;

        var folder = file.Replace('\\', '/');
        var parts = new List<string>(folder.Split('/'));
        parts.RemoveAt(parts.Count - 1);
        foreach (var part in slashed.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ""))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
