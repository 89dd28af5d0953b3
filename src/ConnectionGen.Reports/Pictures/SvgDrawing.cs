using System.Globalization;
using System.Net;
using System.Text;

namespace ConnectionGen.Reports;

/// <summary>A picture as SVG. It has no script and asks for nothing, so that it may stand in a page that allows neither.</summary>
internal sealed class SvgDrawing
{
    // how far from the middle of a device the name of an interface stands, as a share of the way to the other end
    private const double EndShare = 0.36;

    private readonly StringBuilder _text = new();
    private readonly TopologyPicture _picture;
    private readonly PictureLayout _layout;

    private SvgDrawing(TopologyPicture picture)
    {
        _picture = picture;
        _layout = new PictureLayout(picture);
    }

    public static string Of(TopologyPicture picture)
    {
        var drawing = new SvgDrawing(picture);
        drawing.Draw();
        return drawing._text.ToString();
    }

    private void Draw()
    {
        var label = $"{_picture.Name}: {Counted.Of(_picture.Devices.Count, "device")}, {Counted.Of(_picture.Links.Count, "link")}";
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Number(_layout.Width)} {Number(_layout.Height)}" width="{Number(_layout.Width)}" height="{Number(_layout.Height)}" role="img" aria-label="{Encode(label)}" font-family="sans-serif" font-size="12" fill="currentColor" text-anchor="middle">""");
        Line($"<title>{Encode(label)}</title>");
        // links that join the same two devices are drawn beside one another
        var drawn = new Dictionary<(string, string), int>();
        foreach (var link in _picture.Links)
            Draw(link, drawn);

        foreach (var device in _picture.Devices)
            Draw(device);

        Line("</svg>");
    }

    private void Draw(PictureLink link, Dictionary<(string, string), int> drawn)
    {
        if (link.Ends.Count == 0)
            return;

        if (link.Ends is [var one, var other] && one.Device != other.Device)
        {
            var pair = string.CompareOrdinal(one.Device, other.Device) < 0 ? (one.Device, other.Device) : (other.Device, one.Device);
            var before = drawn[pair] = drawn.GetValueOrDefault(pair) + 1;
            Draw(link, one, other, Aside(before - 1));
            return;
        }

        var places = link.Ends.Select(end => _layout[end.Device]).ToArray();
        var middle = new PicturePoint(places.Average(static place => place.X), places.Average(static place => place.Y) + (places.Distinct().Count() == 1 ? PictureLayout.DeviceHeight : 0));
        foreach (var end in link.Ends)
        {
            Stroke(_layout[end.Device], middle);
            Label(Between(_layout[end.Device], middle, EndShare), end.Interface, end);
        }

        Line($"""<circle cx="{Number(middle.X)}" cy="{Number(middle.Y)}" r="5"/>""");
        Label(new(middle.X, middle.Y - 9), link.Name);
    }

    private void Draw(PictureLink link, PictureEnd one, PictureEnd other, double aside)
    {
        var (from, to) = (_layout[one.Device], _layout[other.Device]);
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((x * x) + (y * y)));
        var (dx, dy) = (-y / length * aside, x / length * aside);
        var (start, end) = (new PicturePoint(from.X + dx, from.Y + dy), new PicturePoint(to.X + dx, to.Y + dy));
        Stroke(start, end);
        Label(Above(Between(start, end, EndShare)), one.Interface, one);
        Label(Above(Between(end, start, EndShare)), other.Interface, other);
        Label(Below(Between(start, end, 0.5)), link.Name);
    }

    // 0, 16, -16, 32, …
    private static double Aside(int before) => (before + 1) / 2 * (before % 2 == 1 ? 16 : -16);

    private void Draw(PictureDevice device)
    {
        var place = _layout[device.Name];
        var (left, top) = (place.X - (PictureLayout.DeviceWidth / 2), place.Y - (PictureLayout.DeviceHeight / 2));
        Line($"""<g><title>{Encode($"{device.Name} {device.Kind}".TrimEnd())}</title>""");
        Line($"""<rect x="{Number(left)}" y="{Number(top)}" width="{PictureLayout.DeviceWidth}" height="{PictureLayout.DeviceHeight}" rx="6" fill="Canvas" stroke="currentColor"/>""");
        Line($"""<text x="{Number(place.X)}" y="{Number(place.Y + (device.Kind.Length == 0 ? 4 : -3))}" font-weight="bold">{Encode(Short(device.Name))}</text>""");
        if (device.Kind.Length > 0)
            Line($"""<text x="{Number(place.X)}" y="{Number(place.Y + 14)}" opacity="0.7">{Encode(Short(device.Kind))}</text>""");

        Line("</g>");
    }

    private void Stroke(PicturePoint from, PicturePoint to) =>
        Line($"""<line x1="{Number(from.X)}" y1="{Number(from.Y)}" x2="{Number(to.X)}" y2="{Number(to.Y)}" stroke="currentColor" opacity="0.6"/>""");

    private void Label(PicturePoint at, string text, PictureEnd? end = null) =>
        Line($"""<text x="{Number(at.X)}" y="{Number(at.Y)}" font-size="11">{(end is null ? "" : $"<title>{Encode(end.ToString())}</title>")}{Encode(Short(text))}</text>""");

    private static PicturePoint Between(PicturePoint from, PicturePoint to, double share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));

    private static PicturePoint Above(PicturePoint point) => point with { Y = point.Y - 4 };

    private static PicturePoint Below(PicturePoint point) => point with { Y = point.Y + 13 };

    // what is longer runs out of its box; the whole of it is the title that a pointer shows
    private static string Short(string text) => text.Length <= 20 ? text : $"{text.AsSpan(0, 19)}…";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(new string([.. text.Select(static letter => char.IsControl(letter) ? ' ' : letter)]));

    private void Line(string text) => _text.Append(text).Append('\n');
}
