namespace ConnectionGen.Cli.Screens;

/// <summary>
/// The line that the cursor is on, as UTF-8. Text that overwrites, erasing and moving back behave as on a terminal of the given width,
/// but a line that the terminal would wrap stays one line.
/// </summary>
internal sealed class CurrentLine(int columns)
{
    private byte[] _bytes = new byte[256];
    private int _length;
    private int _cursor;
    private int _rowStart;
    private bool _isAscii = true;

    /// <summary>What stands on the line; blanks to the right of the cursor are what an eraser left, and do not count.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, VisibleLength());

    public bool IsEmpty => _length == 0;

    public void Clear()
    {
        _length = _cursor = _rowStart = 0;
        _isAscii = true;
    }

    /// <summary>Writes printable text at the cursor.</summary>
    public void Put(ReadOnlySpan<byte> text)
    {
        if (_isAscii && !System.Text.Ascii.IsValid(text))
            _isAscii = false;
        if (_cursor < _length)
            text = text[Overwrite(text)..];
        if (text.IsEmpty)
            return;
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
        _cursor = _length;
        StartRows();
    }

    public void Return()
    {
        _length = VisibleLength();
        _cursor = Math.Min(_rowStart, _length);
    }

    public void MoveBack(int characters)
    {
        while (characters-- > 0 && _cursor > 0)
            _cursor = Before(_cursor);
    }

    public void MoveForward(int characters)
    {
        while (characters-- > 0)
        {
            if (_cursor < _length)
                _cursor = After(_cursor);
            else if (_length - _rowStart < columns)
                Put(" "u8);
            else
                return;
        }
    }

    public void MoveToColumn(int column)
    {
        _cursor = Math.Min(_rowStart, _length);
        MoveForward(column);
    }

    public void EraseToEnd() => _length = _cursor;

    public void EraseToCursor() => _bytes.AsSpan(0, Math.Min(_cursor, _length)).Fill((byte)' ');

    /// <summary>Removes what stands from a position on, as if it had never been written.</summary>
    public void Truncate(int length)
    {
        _length = _cursor = Math.Min(length, _length);
        _rowStart = Math.Min(_rowStart, _length);
    }

    /// <summary>Removes the front of the line, which has been used.</summary>
    public void RemoveFront(int count)
    {
        count = Math.Min(count, _length);
        _bytes.AsSpan(count, _length - count).CopyTo(_bytes);
        _length -= count;
        _cursor = Math.Max(0, _cursor - count);
        _rowStart = Math.Max(0, _rowStart - count);
    }

    public void Delete(int characters)
    {
        var end = _cursor;
        while (characters-- > 0 && end < _length)
            end = After(end);
        _bytes.AsSpan(end, _length - end).CopyTo(_bytes.AsSpan(_cursor));
        _length -= end - _cursor;
    }

    public void InsertBlanks(int characters)
    {
        characters = Math.Min(characters, columns);
        Reserve(characters);
        _bytes.AsSpan(_cursor, _length - _cursor).CopyTo(_bytes.AsSpan(_cursor + characters));
        _bytes.AsSpan(_cursor, characters).Fill((byte)' ');
        _length += characters;
    }

    private int Overwrite(ReadOnlySpan<byte> text)
    {
        if (_isAscii)
        {
            var count = Math.Min(text.Length, _length - _cursor);
            text[..count].CopyTo(_bytes.AsSpan(_cursor));
            _cursor += count;
            return count;
        }

        var taken = 0;
        while (taken < text.Length && _cursor < _length)
        {
            var next = taken + 1;
            while (next < text.Length && IsContinuation(text[next]))
                next++;
            Replace(After(_cursor), text[taken..next]);
            taken = next;
        }

        return taken;
    }

    private void Replace(int end, ReadOnlySpan<byte> character)
    {
        var change = character.Length - (end - _cursor);
        if (change > 0)
            Reserve(change);
        if (change != 0)
            _bytes.AsSpan(end, _length - end).CopyTo(_bytes.AsSpan(end + change));
        character.CopyTo(_bytes.AsSpan(_cursor));
        _length += change;
        _cursor += character.Length;
    }

    // The row in which the cursor is begins where the terminal has wrapped; a carriage return goes there and not further.
    private void StartRows()
    {
        if (columns > 0 && _isAscii && _length - _rowStart > columns)
            _rowStart += (_length - 1 - _rowStart) / columns * columns;
    }

    private int VisibleLength() =>
        _cursor < _length && !_bytes.AsSpan(_cursor, _length - _cursor).ContainsAnyExcept((byte)' ') ? _cursor : _length;

    private int Before(int position)
    {
        position--;
        while (position > 0 && IsContinuation(_bytes[position]))
            position--;
        return position;
    }

    private int After(int position)
    {
        position++;
        while (position < _length && IsContinuation(_bytes[position]))
            position++;
        return position;
    }

    private static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
