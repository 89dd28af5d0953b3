namespace ConnectionGen.Reports;

/// <summary>A place in a picture, in pixels.</summary>
internal readonly record struct PicturePoint(double X, double Y);

/// <summary>Where devices stand: neighbours beside one another, few in a circle, many in rows. The same testbed gives the same places.</summary>
internal sealed class PictureLayout
{
    public const int DeviceWidth = 130;
    public const int DeviceHeight = 46;

    private const int Margin = 40;
    private const int Apart = 260;
    private const int RowsApart = 130;

    // a circle of more would be mostly empty
    private const int MostInCircle = 16;

    private readonly Dictionary<string, PicturePoint> _places = new(StringComparer.Ordinal);

    public PictureLayout(TopologyPicture picture)
    {
        var linked = Neighbours(picture);
        var (circle, rows) = linked.Count <= MostInCircle
            ? (linked, picture.Devices.Select(static device => device.Name).Except(linked, StringComparer.Ordinal).ToList())
            : ([], [.. linked, .. picture.Devices.Select(static device => device.Name).Except(linked, StringComparer.Ordinal)]);
        var (width, height) = PlaceInCircle(circle);
        (Width, Height) = PlaceInRows(rows, width, height);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>The middle of a device.</summary>
    public PicturePoint this[string device] => _places[device];

    /// <summary>The linked devices, each near those that it is linked to.</summary>
    private static List<string> Neighbours(TopologyPicture picture)
    {
        var ends = picture.Links.Where(static link => link.Ends.Count > 1).Select(static link => link.Ends.Select(static end => end.Device).ToArray()).ToArray();
        var beside = ends.SelectMany(static devices => devices.SelectMany(one => devices.Where(other => other != one).Select(other => (One: one, Other: other))))
            .ToLookup(static pair => pair.One, static pair => pair.Other, StringComparer.Ordinal);
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var device in picture.Devices.Where(device => beside.Contains(device.Name)))
        {
            var next = new Queue<string>([device.Name]);
            while (next.TryDequeue(out var name))
            {
                if (!seen.Add(name))
                    continue;

                found.Add(name);
                foreach (var other in beside[name])
                    next.Enqueue(other);
            }
        }

        return found;
    }

    private (double Width, double Height) PlaceInCircle(List<string> devices)
    {
        if (devices.Count == 0)
            return (0, 0);

        var radius = devices.Count < 2 ? 0 : Apart / 2 / Math.Sin(Math.PI / devices.Count);
        // two stand beside one another, others with one on top
        var start = devices.Count == 2 ? Math.PI : -Math.PI / 2;
        var points = devices.Select((_, at) => start + (2 * Math.PI * at / devices.Count)).Select(angle => new PicturePoint(radius * Math.Cos(angle), radius * Math.Sin(angle))).ToArray();
        var (left, top) = (points.Min(static point => point.X), points.Min(static point => point.Y));
        var (x, y) = (Margin + (DeviceWidth / 2) - left, Margin + (DeviceHeight / 2) - top);
        foreach (var (device, point) in devices.Zip(points))
            _places[device] = new(point.X + x, point.Y + y);

        return (points.Max(static point => point.X) + x + (DeviceWidth / 2) + Margin, points.Max(static point => point.Y) + y + (DeviceHeight / 2) + Margin);
    }

    private (double Width, double Height) PlaceInRows(List<string> devices, double width, double height)
    {
        if (devices.Count == 0)
            return (Math.Max(width, Margin), Math.Max(height, Margin));

        const int Step = DeviceWidth + Margin;
        var columns = Math.Max((int)Math.Ceiling(Math.Sqrt(devices.Count)), (int)((width - Margin) / Step));
        for (var i = 0; i < devices.Count; i++)
            _places[devices[i]] = new(Margin + (DeviceWidth / 2) + (i % columns * Step), Math.Max(height, Margin) + (DeviceHeight / 2) + (i / columns * RowsApart));

        var rows = (devices.Count + columns - 1) / columns;
        return (Math.Max(width, Margin + (Math.Min(columns, devices.Count) * Step)), Math.Max(height, Margin) + ((rows - 1) * RowsApart) + DeviceHeight + Margin);
    }
}
