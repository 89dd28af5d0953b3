namespace ConnectionGen.TestbedFiles;

/// <summary>Credentials in the forms that came before the <c>credentials</c> block, as such a block.</summary>
public static class CredentialBlocks
{
    private static readonly string[] s_passwordsThatAreNames = ["enable", "line", "linux"];

    /// <summary>
    /// What <c>tacacs.username</c> and <c>passwords</c> of a device or testbed say: <c>default</c> with the user's name and the password
    /// <c>tacacs</c>; <c>enable</c>, <c>line</c> and <c>linux</c> with the passwords of these names. Null where the block has neither.
    /// </summary>
    /// <param name="block">The device's or testbed's block.</param>
    /// <param name="parent">The testbed's block for a device's: it gives what the device leaves out.</param>
    public static YamlMapping? FromPasswords(YamlMapping? block, YamlMapping? parent = null)
    {
        var range = (block?.Mapping("passwords") ?? block?.Mapping("tacacs"))?.Range;
        if (range is null)
            return null;

        var found = new List<YamlEntry>();
        var user = Inherited(block, parent, "tacacs", "username");
        var password = Inherited(block, parent, "passwords", "tacacs");
        Add(found, "default", user, password);
        foreach (var name in s_passwordsThatAreNames)
            Add(found, name, null, Inherited(block, parent, "passwords", name));

        return found.Count > 0 ? new YamlMapping([.. found], found[0].Value.Source, found[0].Value.Start, found[0].Value.End) : null;
    }

    /// <summary>The <c>username</c> and <c>password</c> that stand on a path itself, as the credential <c>default</c>; null without a password.</summary>
    /// <param name="path">The path.</param>
    public static YamlMapping? FromPath(PathNode path) => FromUsernameAndPassword(path.Body);

    /// <summary>The <c>username</c> and <c>password</c> that stand in a block, such as a server's, as the credential <c>default</c>; null without a password.</summary>
    /// <param name="block">The block.</param>
    public static YamlMapping? FromUsernameAndPassword(YamlMapping? block)
    {
        if (block?.Find("password") is not { } password)
            return null;

        var found = new List<YamlEntry>();
        Add(found, "default", block.Find("username"), password);
        return new YamlMapping([.. found], block.Source, block.Start, block.End);
    }

    private static YamlEntry? Inherited(YamlMapping? block, YamlMapping? parent, string group, string key) =>
        block?.Mapping(group)?.Find(key) ?? parent?.Mapping(group)?.Find(key);

    private static void Add(List<YamlEntry> found, string name, YamlEntry? user, YamlEntry? password)
    {
        var given = new List<YamlEntry>();
        if (user is { } userEntry)
            given.Add(new YamlEntry(userEntry.Key.WithText("username"), userEntry.Value));
        if (password is { } passwordEntry)
            given.Add(new YamlEntry(passwordEntry.Key.WithText("password"), passwordEntry.Value));
        if (given.Count > 0)
            found.Add(new YamlEntry(given[0].Key.WithText(name), new YamlMapping([.. given], given[0].Key.Source, given[0].Key.Start, given[given.Count - 1].Value.End)));
    }
}
