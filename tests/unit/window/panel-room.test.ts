import { describe, expect, it } from 'vitest';
import { panelsWithRoom } from '../../../src/renderer/app/panel-room';

const usual = { sideBarWidth: 264, inspectorWidth: 300 };
const wanted = { sideBar: true, inspector: true };

describe('room for the panels beside a readable text', () => {
  it('is there for both in a usual window', () => {
    expect(panelsWithRoom({ ...usual, wanted, windowWidth: 1280 })).toEqual({
      sideBar: true,
      inspector: true,
    });
  });

  it('goes to the side bar first', () => {
    expect(panelsWithRoom({ ...usual, wanted, windowWidth: 900 })).toEqual({
      sideBar: true,
      inspector: false,
    });
    expect(panelsWithRoom({ ...usual, wanted, windowWidth: 700 })).toEqual({
      sideBar: false,
      inspector: false,
    });
  });

  it('goes to the inspector where no side bar is wanted, or none fits', () => {
    const alone = { sideBar: false, inspector: true };
    expect(panelsWithRoom({ ...usual, wanted: alone, windowWidth: 900 }).inspector).toBe(true);
    expect(panelsWithRoom({ sideBarWidth: 500, inspectorWidth: 300, wanted, windowWidth: 900 })).toEqual({
      sideBar: false,
      inspector: true,
    });
  });

  it('keeps 480 pixels for the text to the pixel', () => {
    const at = (windowWidth: number) => panelsWithRoom({ ...usual, wanted, windowWidth }).inspector;
    expect([at(264 + 300 + 480), at(264 + 300 + 479)]).toEqual([true, false]);
  });
});
