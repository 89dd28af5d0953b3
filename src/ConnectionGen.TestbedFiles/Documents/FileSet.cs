namespace ConnectionGen.TestbedFiles;

/// <summary>The files that make up one testbed: what a file extends stands below it, what it includes within it.</summary>
internal sealed class FileSet(Func<string, string?>? readFile, ProblemList problems, CancellationToken cancellationToken)
{
    private const string AnyInclude = "%INCLUDE{";

    private readonly Dictionary<string, YamlNode?> _read = new(StringComparer.Ordinal);
    private readonly List<(string File, YamlScalar? At, string Name)> _underWay = [];
    private readonly List<string> _others = [];

    /// <summary>The other files that were read.</summary>
    public IReadOnlyList<string> OtherFiles => _others;

    /// <summary>Whether a file may have markup that stands for a map or list.</summary>
    public bool MayHaveBlockMarkup { get; private set; }

    /// <summary>False where a file was named that was not looked for or is not there.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The file's root with all that it extends and includes; null where it is no map.</summary>
    public YamlMapping? ReadWhole(string text, string file)
    {
        var found = new List<TestbedProblem>();
        var source = new YamlSource(file, text);
        var root = YamlText.Read(text, source, found, cancellationToken);
        problems.AddRange(found);
        if (!problems.HasError)
            StructureCheck.File(root, source, problems);

        return Whole(root, text, file, at: null, file) as YamlMapping;
    }

    /// <param name="at">Where the file is named, and how; null for the first.</param>
    private YamlNode? Whole(YamlNode? root, string text, string file, YamlScalar? at, string name)
    {
        MayHaveBlockMarkup |= BlockMarkup.MayBeIn(text);
        _underWay.Add((file, at, name));
        if (root is not null && text.IndexOf(AnyInclude, StringComparison.Ordinal) >= 0)
            root = new Inclusion(this, file).In(root);

        if (root is YamlMapping map && map.Find(TestbedKeys.Extends) is { } extends)
            root = Extended(map, extends.Value, file);

        _underWay.RemoveAt(_underWay.Count - 1);
        return root;
    }

    /// <summary>The last file of the list is the base, the ones before it and then the file itself stand above it.</summary>
    private YamlMapping Extended(YamlMapping map, YamlNode names, string file)
    {
        YamlMapping? below = null;
        foreach (var node in (names is YamlSequence list ? list.Items : [names]).Reverse())
        {
            if (node is YamlScalar { IsNull: true })
                continue;

            if (node is not YamlScalar name)
                problems.Error("CG2008", node, "'extends' is a file's name or a list of them");
            else if (Other(name, name.Text, file) is { } other)
                below = Over(below, other, name);
        }

        return below is null ? map : Layers.Merge(below, map);
    }

    private YamlMapping? Over(YamlMapping? below, YamlNode other, YamlScalar name)
    {
        if (other is YamlMapping map)
            return below is null ? map : Layers.Merge(below, map);

        if (other is not YamlScalar { IsNull: true })
            problems.Error("CG2008", name, $"'{name.Text}' is no testbed file: it holds {(other is YamlSequence ? "a list" : "a single value")}");

        return below;
    }

    /// <summary>Another file's root, everything that it names in place; null where it is not there, is not looked for or goes in a circle.</summary>
    internal YamlNode? Other(YamlScalar at, string name, string file)
    {
        if (readFile is null || Markup.IsIn(name))
        {
            IsComplete = false;
            return null;
        }

        var path = FileNames.Beside(file, name.Trim());
        var circle = _underWay.FindIndex(one => one.File == path);
        if (circle >= 0)
        {
            Circle([.. _underWay.Skip(circle + 1), (path, at, name)]);
            return null;
        }

        if (_read.TryGetValue(path, out var known))
            return known;

        if (readFile(path) is not { } text)
        {
            IsComplete = false;
            problems.Error("CG2013", at, $"there is no file '{path}'; where it exists, the project must name it, too: <Testbed Include=\"{path}\" />");
            return _read[path] = null;
        }

        _others.Add(path);
        var found = new List<TestbedProblem>();
        var root = YamlText.Read(text, new YamlSource(path, text), found, cancellationToken);
        problems.AddRange(found);
        return _read[path] = Whole(root, text, path, at, name);
    }

    /// <summary>Each name that leads on in a circle is at fault, so that it is said in each file, whichever is read first.</summary>
    private void Circle(List<(string File, YamlScalar? At, string Name)> circle)
    {
        for (var i = 0; i < circle.Count; i++)
        {
            var way = circle.Skip(i).Concat(circle.Take(i + 1)).Select(static one => one.File);
            problems.Error("CG2013", circle[i].At!, $"'{circle[i].Name}' goes in a circle: {string.Join(" -> ", way)}");
        }
    }
}
